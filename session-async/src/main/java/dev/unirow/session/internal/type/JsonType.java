package dev.unirow.session.internal.type;

import static java.util.Objects.requireNonNull;

import org.hibernate.metamodel.mapping.EmbeddableMappingType;
import org.hibernate.metamodel.spi.RuntimeModelCreationContext;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.AggregateJdbcType;
import org.hibernate.type.descriptor.jdbc.JsonJdbcType;
import org.jspecify.annotations.Nullable;

/** JSON; what Hibernate maps part by part is written by {@link JsonParts}. */
class JsonType extends JsonJdbcType {
    /** @param embeddable what the JSON is mapped to part by part; null where it is one value */
    @SuppressWarnings("NullAway") // Hibernate takes null for none
    JsonType(@Nullable EmbeddableMappingType embeddable) {
        super(embeddable);
    }

    @Override
    public AggregateJdbcType resolveAggregateJdbcType(
            EmbeddableMappingType embeddable, String sqlType, RuntimeModelCreationContext context) {
        return new JsonType(embeddable);
    }

    @Override
    public Object createJdbcValue(Object value, WrapperOptions options) {
        return JsonParts.object(requireNonNull(getEmbeddableMappingType()), value, options);
    }

    @Override
    protected <X> String toString(X value, JavaType<X> type, WrapperOptions options) {
        EmbeddableMappingType embeddable = getEmbeddableMappingType();
        return embeddable == null
                ? super.toString(value, type, options)
                : JsonParts.object(embeddable, requireNonNull(value), options);
    }
}
