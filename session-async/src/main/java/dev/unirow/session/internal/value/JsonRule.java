package dev.unirow.session.internal.value;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.JsonArrayJdbcType;
import org.hibernate.type.descriptor.jdbc.JsonJdbcType;

/** The texts in a JSON value are those of its columns: refused if they cannot be stored, names included. */
record JsonRule(Place place, JdbcMapping type) implements ValueRule {
    static boolean isFor(JdbcMapping type) {
        return type.getJdbcType() instanceof JsonJdbcType
                || type.getJdbcType() instanceof JsonArrayJdbcType
                || isOfVertx(type.getJdbcJavaType().getJavaTypeClass());
    }

    private static boolean isOfVertx(Class<?> type) {
        return type == JsonObject.class || type == JsonArray.class;
    }

    @Override
    public Object kept(Object value) {
        String problem = StorableText.problemOfJson(json(value));
        if (problem != null) {
            throw TextRule.refusal(place, problem);
        }
        return value;
    }

    private String json(Object value) {
        if (value instanceof JsonObject object) {
            return object.encode();
        }
        if (value instanceof JsonArray array) {
            return array.encode();
        }
        return type.getJdbcJavaType().isInstance(value) ? json(value, type.getJdbcJavaType()) : "";
    }

    @SuppressWarnings("unchecked") // the value is one of the type
    private <T> String json(Object value, JavaType<T> type) {
        SessionFactoryImplementor factory = place.factory();
        try {
            return factory.getSessionFactoryOptions()
                    .getJsonFormatMapper()
                    .toString((T) value, type, factory.getWrapperOptions());
        } catch (IllegalArgumentException noJson) {
            return ""; // the validator comes after this, and says what is wrong with it
        }
    }
}
