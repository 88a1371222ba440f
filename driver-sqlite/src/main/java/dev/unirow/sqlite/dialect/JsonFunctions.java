package dev.unirow.sqlite.dialect;

import java.util.List;
import org.hibernate.QueryException;
import org.hibernate.boot.model.FunctionContributions;
import org.hibernate.dialect.function.json.JsonArrayFunction;
import org.hibernate.dialect.function.json.JsonExistsFunction;
import org.hibernate.dialect.function.json.JsonObjectFunction;
import org.hibernate.dialect.function.json.JsonPathHelper;
import org.hibernate.dialect.function.json.JsonQueryFunction;
import org.hibernate.dialect.function.json.JsonValueFunction;
import org.hibernate.metamodel.model.domain.ReturnableType;
import org.hibernate.query.sqm.function.SqmFunctionRegistry;
import org.hibernate.sql.ast.Clause;
import org.hibernate.sql.ast.SqlAstTranslator;
import org.hibernate.sql.ast.spi.SqlAppender;
import org.hibernate.sql.ast.tree.SqlAstNode;
import org.hibernate.sql.ast.tree.expression.Expression;
import org.hibernate.sql.ast.tree.expression.JsonNullBehavior;
import org.hibernate.sql.ast.tree.expression.JsonPathPassingClause;
import org.hibernate.sql.ast.tree.predicate.Predicate;
import org.hibernate.type.BasicType;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.spi.TypeConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * HQL's functions on JSON in SQLite's words, https://www.sqlite.org/json1.html. What SQLite has no word for is refused.
 */
final class JsonFunctions {
    private JsonFunctions() {}

    static void register(FunctionContributions contributions) {
        SqmFunctionRegistry functions = contributions.getFunctionRegistry();
        TypeConfiguration types = contributions.getTypeConfiguration();
        functions.register("json_value", new Value(types));
        functions.register("json_query", new Query(types));
        functions.register("json_exists", new Exists(types));
        functions.register("json_object", new ObjectOf(types));
        functions.register("json_array", new ArrayOf(types));
        functions.register("json_arrayagg", new JsonArrayAggregate(types));
        functions.register("json_objectagg", new JsonObjectAggregate(types));
        BasicType<String> json = types.getBasicTypeRegistry().resolve(String.class, SqlTypes.JSON);
        for (String name : List.of("json_set", "json_replace", "json_insert")) {
            functions
                    .namedDescriptorBuilder(name)
                    .setInvariantType(json)
                    .setExactArgumentCount(3)
                    .register();
        }
        functions
                .namedDescriptorBuilder("json_remove")
                .setInvariantType(json)
                .setExactArgumentCount(2)
                .register();
        functions
                .namedDescriptorBuilder("json_mergepatch", "json_patch")
                .setInvariantType(json)
                .setExactArgumentCount(2)
                .register();
    }

    private static void path(
            SqlAppender sql, Expression path, @Nullable JsonPathPassingClause passing, SqlAstTranslator<?> walker) {
        if (passing == null) {
            path.accept(walker);
        } else {
            JsonPathHelper.appendJsonPathConcatPassingClause(sql, path, passing, walker);
        }
    }

    private static void requireDefault(boolean isDefault, String function) {
        if (!isDefault) {
            throw new QueryException("SQLite's " + function
                    + " knows no clause for errors, for empty results or for wrapping. Leave the clause out.");
        }
    }

    private static final class Value extends JsonValueFunction {
        Value(TypeConfiguration types) {
            super(types, true, true);
        }

        @Override
        protected void render(
                SqlAppender sql,
                JsonValueArguments arguments,
                @Nullable ReturnableType<?> type,
                SqlAstTranslator<?> walker) {
            requireDefault(arguments.errorBehavior() == null && arguments.emptyBehavior() == null, "json_extract");
            // text compares with text only; other types are read as what they are
            boolean asText = arguments.returningType() == null;
            sql.appendSql(asText ? "cast(json_extract(" : "json_extract(");
            arguments.jsonDocument().accept(walker);
            sql.appendSql(',');
            path(sql, arguments.jsonPath(), arguments.passingClause(), walker);
            sql.appendSql(asText ? ") as text)" : ")");
        }
    }

    private static final class Query extends JsonQueryFunction {
        Query(TypeConfiguration types) {
            super(types, true, true);
        }

        @Override
        protected void render(
                SqlAppender sql,
                JsonQueryArguments arguments,
                @Nullable ReturnableType<?> type,
                SqlAstTranslator<?> walker) {
            requireDefault(
                    arguments.errorBehavior() == null
                            && arguments.emptyBehavior() == null
                            && arguments.wrapMode() == null,
                    "->");
            sql.appendSql('(');
            arguments.jsonDocument().accept(walker);
            sql.appendSql("->");
            path(sql, arguments.jsonPath(), arguments.passingClause(), walker);
            sql.appendSql(')');
        }
    }

    private static final class Exists extends JsonExistsFunction {
        Exists(TypeConfiguration types) {
            super(types, true, true);
        }

        @Override
        protected void render(
                SqlAppender sql,
                JsonExistsArguments arguments,
                @Nullable ReturnableType<?> type,
                SqlAstTranslator<?> walker) {
            requireDefault(arguments.errorBehavior() == null, "json_type");
            sql.appendSql("(json_type(");
            arguments.jsonDocument().accept(walker);
            sql.appendSql(',');
            path(sql, arguments.jsonPath(), arguments.passingClause(), walker);
            sql.appendSql(") is not null)");
        }
    }

    private static final class ObjectOf extends JsonObjectFunction {
        ObjectOf(TypeConfiguration types) {
            super(types, false);
        }

        @Override
        public void render(
                SqlAppender sql,
                List<? extends SqlAstNode> arguments,
                @Nullable ReturnableType<?> type,
                SqlAstTranslator<?> walker) {
            call(sql, "json_object", arguments, walker);
        }
    }

    private static final class ArrayOf extends JsonArrayFunction {
        ArrayOf(TypeConfiguration types) {
            super(types);
        }

        @Override
        public void render(
                SqlAppender sql,
                List<? extends SqlAstNode> arguments,
                @Nullable ReturnableType<?> type,
                SqlAstTranslator<?> walker) {
            call(sql, "json_array", arguments, walker);
        }
    }

    /** Nulls stay in the result, as SQLite leaves them there. */
    private static void call(
            SqlAppender sql, String function, List<? extends SqlAstNode> arguments, SqlAstTranslator<?> walker) {
        String separator = "";
        sql.appendSql(function + '(');
        for (SqlAstNode argument : arguments) {
            if (argument instanceof JsonNullBehavior behavior) {
                if (behavior == JsonNullBehavior.ABSENT) {
                    throw new QueryException("SQLite's " + function + " keeps nulls. Leave 'absent on null' out.");
                }
                continue;
            }
            sql.appendSql(separator);
            value(sql, argument, walker);
            separator = ",";
        }
        sql.appendSql(')');
    }

    /** JSON is text to SQLite, and would be quoted as text. */
    static void value(SqlAppender sql, SqlAstNode value, SqlAstTranslator<?> walker) {
        boolean json = isJson(value);
        sql.appendSql(json ? "json(" : "");
        value.accept(walker);
        sql.appendSql(json ? ")" : "");
    }

    /** @param present what must not be null for a row to count; null when nulls count */
    static void filter(
            SqlAppender sql, @Nullable Expression present, @Nullable Predicate filter, SqlAstTranslator<?> walker) {
        if (present == null && filter == null) {
            return;
        }
        walker.getCurrentClauseStack().push(Clause.WHERE);
        sql.appendSql(" filter (where ");
        if (present != null) {
            present.accept(walker);
            sql.appendSql(filter == null ? " is not null" : " is not null and (");
        }
        if (filter != null) {
            filter.accept(walker);
            sql.appendSql(present == null ? "" : ")");
        }
        sql.appendSql(')');
        walker.getCurrentClauseStack().pop();
    }

    private static boolean isJson(SqlAstNode argument) {
        return argument instanceof Expression expression
                && expression.getExpressionType() != null
                && expression.getExpressionType().getJdbcTypeCount() == 1
                && expression
                        .getExpressionType()
                        .getSingleJdbcMapping()
                        .getJdbcType()
                        .isJson();
    }
}
