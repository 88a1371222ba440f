package dev.unirow.session.internal.type;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.JdbcMappingContainer;
import org.hibernate.sql.ast.SqlAstTranslator;
import org.hibernate.sql.ast.spi.SqlAppender;
import org.hibernate.sql.ast.tree.expression.Expression;
import org.hibernate.sql.ast.tree.expression.SelfRenderingExpression;
import org.hibernate.type.descriptor.ValueBinder;
import org.hibernate.type.descriptor.ValueExtractor;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.BasicBinder;
import org.hibernate.type.descriptor.jdbc.BasicExtractor;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.jspecify.annotations.Nullable;

/** How the JSON of PostgreSQL is sent and read as the text that it is: Vert.x would make doubles of its numbers. */
final class PostgresJson {
    private PostgresJson() {}

    /** Turns values into JSON. */
    interface Writer<X> {
        String json(X value, WrapperOptions options) throws SQLException;
    }

    /** Turns JSON into values. */
    interface Reader<X> {
        X value(@Nullable String json, WrapperOptions options) throws SQLException;
    }

    static <X> ValueBinder<X> binder(JavaType<X> type, JdbcType column, Writer<X> writer) {
        return new BasicBinder<>(type, column) {
            @Override
            protected void doBind(PreparedStatement statement, X value, int index, WrapperOptions options)
                    throws SQLException {
                statement.setObject(index, new JsonText(writer.json(value, options)));
            }

            @Override
            protected void doBind(CallableStatement statement, X value, String name, WrapperOptions options)
                    throws SQLException {
                statement.setObject(name, new JsonText(writer.json(value, options)));
            }
        };
    }

    static <X> ValueExtractor<X> extractor(JavaType<X> type, JdbcType column, Reader<X> reader) {
        return new BasicExtractor<>(type, column) {
            @Override
            protected X doExtract(ResultSet rows, int index, WrapperOptions options) throws SQLException {
                return reader.value(text(rows.getObject(index)), options);
            }

            @Override
            protected X doExtract(CallableStatement statement, int index, WrapperOptions options) throws SQLException {
                return reader.value(text(statement.getObject(index)), options);
            }

            @Override
            protected X doExtract(CallableStatement statement, String name, WrapperOptions options)
                    throws SQLException {
                return reader.value(text(statement.getObject(name)), options);
            }
        };
    }

    /** What a query did not ask for as text, Vert.x has parsed. */
    private static @Nullable String text(@Nullable Object value) {
        if (value instanceof JsonObject object) {
            return object.encode();
        }
        if (value instanceof JsonArray array) {
            return array.encode();
        }
        return value == null ? null : value == Tuple.JSON_NULL ? "null" : value.toString();
    }

    static Expression asText(Expression json) {
        return asText(json, json.getExpressionType());
    }

    /** @param type what is read of it */
    static Expression asText(Expression json, @Nullable JdbcMappingContainer type) {
        return new AsText(json, type);
    }

    private record AsText(Expression json, @Nullable JdbcMappingContainer type) implements SelfRenderingExpression {
        @Override
        public void renderToSql(SqlAppender sql, SqlAstTranslator<?> walker, SessionFactoryImplementor factory) {
            sql.append("cast(");
            json.accept(walker);
            sql.append(" as text)");
        }

        @Override
        @SuppressWarnings("NullAway") // Hibernate takes null for none
        public JdbcMappingContainer getExpressionType() {
            return type;
        }
    }
}
