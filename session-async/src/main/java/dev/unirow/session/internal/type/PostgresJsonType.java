package dev.unirow.session.internal.type;

import static java.util.Objects.requireNonNull;

import org.hibernate.metamodel.mapping.EmbeddableMappingType;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.metamodel.spi.RuntimeModelCreationContext;
import org.hibernate.sql.ast.tree.expression.Expression;
import org.hibernate.type.descriptor.ValueBinder;
import org.hibernate.type.descriptor.ValueExtractor;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.java.ObjectArrayJavaType;
import org.hibernate.type.descriptor.jdbc.AggregateJdbcType;
import org.jspecify.annotations.Nullable;

/** A column of JSON on PostgreSQL. */
final class PostgresJsonType extends JsonType {
    private static final JavaType<Object[]> PARTS = new ObjectArrayJavaType(new JavaType<?>[0]);

    /** @param embeddable what the JSON is mapped to part by part; null where it is one value */
    PostgresJsonType(@Nullable EmbeddableMappingType embeddable) {
        super(embeddable);
    }

    @Override
    public AggregateJdbcType resolveAggregateJdbcType(
            EmbeddableMappingType embeddable, String sqlType, RuntimeModelCreationContext context) {
        return new PostgresJsonType(embeddable);
    }

    @Override
    public Expression wrapTopLevelSelectionExpression(Expression expression) {
        return getEmbeddableMappingType() == null
                ? PostgresJson.asText(expression)
                : PostgresJson.asText(expression, new PostgresJsonParts(this, whole(expression)));
    }

    private static JdbcMapping whole(Expression expression) {
        return requireNonNull(expression.getExpressionType()).getSingleJdbcMapping();
    }

    /** Reads the parts of an embeddable, not the embeddable itself. */
    ValueExtractor<Object[]> partsExtractor() {
        return getExtractor(PARTS);
    }

    @Override
    public <X> ValueBinder<X> getBinder(JavaType<X> type) {
        return PostgresJson.binder(type, this, (value, options) -> toString(value, type, options));
    }

    @Override
    @SuppressWarnings("NullAway") // Hibernate reads null as null
    public <X> ValueExtractor<X> getExtractor(JavaType<X> type) {
        return PostgresJson.extractor(type, this, (json, options) -> fromString(json, type, options));
    }
}
