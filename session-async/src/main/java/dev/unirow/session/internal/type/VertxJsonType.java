package dev.unirow.session.internal.type;

import io.vertx.core.json.JsonObject;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.AbstractClassJavaType;
import org.hibernate.type.descriptor.java.MutableMutabilityPlan;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.hibernate.type.descriptor.jdbc.JdbcTypeIndicators;
import org.jspecify.annotations.Nullable;

/** Attributes of Vert.x's own JSON type, which its client for MariaDB takes, and gives back as text. */
@SuppressWarnings("NullAway") // Hibernate gives null for null
final class VertxJsonType extends AbstractClassJavaType<JsonObject> {
    /** In a column of the type {@code json}, as Hibernate Reactive has it. */
    static final JdbcType COLUMN = new ConvertedType<>(
            SqlTypes.JAVA_OBJECT,
            SqlTypes.JAVA_OBJECT,
            JsonObject.class,
            Object.class,
            json -> json,
            found -> found instanceof JsonObject json ? json : new JsonObject(found.toString()));

    VertxJsonType() {
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
        return COLUMN;
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
        return value == null || value instanceof JsonObject ? (JsonObject) value : fromString(value.toString());
    }
}
