package dev.unirow.sqlite.dialect;

import io.vertx.core.json.JsonObject;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.AbstractClassJavaType;
import org.hibernate.type.descriptor.java.MutableMutabilityPlan;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.hibernate.type.descriptor.jdbc.JdbcTypeIndicators;
import org.jspecify.annotations.Nullable;

/** Attributes of Vert.x's own JSON type as text; Hibernate Reactive expects drivers that know the type. */
@SuppressWarnings("NullAway") // Hibernate gives null for null
final class VertxJsonJavaType extends AbstractClassJavaType<JsonObject> {
    VertxJsonJavaType() {
        super(JsonObject.class, new Copies());
    }

    /** Changes inside an object are noticed. */
    private static final class Copies extends MutableMutabilityPlan<JsonObject> {
        @Override
        protected JsonObject deepCopyNotNull(JsonObject value) {
            return value.copy();
        }
    }

    @Override
    public JdbcType getRecommendedJdbcType(JdbcTypeIndicators indicators) {
        return indicators.getJdbcType(SqlTypes.LONG32VARCHAR);
    }

    @Override
    public JsonObject fromString(CharSequence text) {
        return new JsonObject(text.toString());
    }

    @Override
    public String toString(JsonObject value) {
        return value.encode();
    }

    @Override
    public <X> @Nullable X unwrap(@Nullable JsonObject value, Class<X> type, WrapperOptions options) {
        if (value == null) {
            return null;
        }
        return type.cast(type.isInstance(value) ? value : value.encode());
    }

    @Override
    public <X> @Nullable JsonObject wrap(@Nullable X value, WrapperOptions options) {
        if (value == null || value instanceof JsonObject) {
            return (JsonObject) value;
        }
        return new JsonObject(value.toString());
    }
}
