package dev.unirow.sqlite.dialect;

import java.util.List;
import org.hibernate.dialect.function.json.JsonArrayAggFunction;
import org.hibernate.metamodel.model.domain.ReturnableType;
import org.hibernate.sql.ast.Clause;
import org.hibernate.sql.ast.SqlAstTranslator;
import org.hibernate.sql.ast.spi.SqlAppender;
import org.hibernate.sql.ast.tree.SqlAstNode;
import org.hibernate.sql.ast.tree.expression.Distinct;
import org.hibernate.sql.ast.tree.expression.Expression;
import org.hibernate.sql.ast.tree.expression.JsonNullBehavior;
import org.hibernate.sql.ast.tree.predicate.Predicate;
import org.hibernate.sql.ast.tree.select.SortSpecification;
import org.hibernate.type.spi.TypeConfiguration;
import org.jspecify.annotations.Nullable;

/** HQL's {@code json_arrayagg} as {@code json_group_array}, which keeps nulls unless a filter leaves them out. */
final class JsonArrayAggregate extends JsonArrayAggFunction {
    JsonArrayAggregate(TypeConfiguration types) {
        super(true, types);
    }

    @Override
    public void render(
            SqlAppender sql,
            List<? extends SqlAstNode> arguments,
            @Nullable Predicate filter,
            @Nullable List<SortSpecification> order,
            @Nullable ReturnableType<?> type,
            SqlAstTranslator<?> walker) {
        sql.appendSql("json_group_array(");
        Expression value;
        if (arguments.get(0) instanceof Distinct distinct) {
            sql.appendSql("distinct ");
            value = distinct.getExpression();
        } else {
            value = (Expression) arguments.get(0);
        }
        JsonFunctions.value(sql, value, walker);
        order(sql, order == null ? List.of() : order, walker);
        sql.appendSql(')');
        boolean nulls = arguments.size() > 1 && arguments.get(1) == JsonNullBehavior.NULL;
        JsonFunctions.filter(sql, nulls ? null : value, filter, walker);
    }

    private static void order(SqlAppender sql, List<SortSpecification> order, SqlAstTranslator<?> walker) {
        if (order.isEmpty()) {
            return;
        }
        walker.getCurrentClauseStack().push(Clause.WITHIN_GROUP);
        String separator = " order by ";
        for (SortSpecification item : order) {
            sql.appendSql(separator);
            item.accept(walker);
            separator = ",";
        }
        walker.getCurrentClauseStack().pop();
    }
}
