package dev.unirow.sqlite.dialect;

import org.hibernate.QueryException;
import org.hibernate.dialect.function.json.JsonObjectAggFunction;
import org.hibernate.metamodel.model.domain.ReturnableType;
import org.hibernate.sql.ast.SqlAstTranslator;
import org.hibernate.sql.ast.spi.SqlAppender;
import org.hibernate.sql.ast.tree.expression.JsonNullBehavior;
import org.hibernate.sql.ast.tree.expression.JsonObjectAggUniqueKeysBehavior;
import org.hibernate.sql.ast.tree.predicate.Predicate;
import org.hibernate.type.spi.TypeConfiguration;
import org.jspecify.annotations.Nullable;

/** HQL's {@code json_objectagg} as {@code json_group_object}, which keeps nulls unless a filter leaves them out. */
final class JsonObjectAggregate extends JsonObjectAggFunction {
    JsonObjectAggregate(TypeConfiguration types) {
        super(",", true, types);
    }

    @Override
    protected void render(
            SqlAppender sql,
            JsonObjectAggArguments arguments,
            @Nullable Predicate filter,
            @Nullable ReturnableType<?> type,
            SqlAstTranslator<?> walker) {
        if (arguments.uniqueKeysBehavior() == JsonObjectAggUniqueKeysBehavior.WITH) {
            throw new QueryException(
                    "SQLite's json_group_object keeps keys that come twice. Leave 'with unique keys' out.");
        }
        sql.appendSql("json_group_object(");
        arguments.key().accept(walker);
        sql.appendSql(',');
        JsonFunctions.value(sql, arguments.value(), walker);
        sql.appendSql(')');
        boolean nulls = arguments.nullBehavior() == JsonNullBehavior.NULL;
        JsonFunctions.filter(sql, nulls ? null : arguments.value(), filter, walker);
    }
}
