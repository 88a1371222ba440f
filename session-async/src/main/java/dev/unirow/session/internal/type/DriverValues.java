package dev.unirow.session.internal.type;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.reactive.adaptor.impl.PreparedStatementAdaptor;
import org.hibernate.type.BasicType;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.java.spi.UnknownBasicJavaType;
import org.hibernate.type.internal.NamedBasicTypeImpl;
import org.hibernate.type.spi.TypeConfiguration;
import org.jspecify.annotations.Nullable;

/** Values that a program binds to its SQL, as the driver takes them: as Hibernate binds attributes of their class. */
public final class DriverValues {
    private final SharedSessionContractImplementor session;
    private final TypeConfiguration types;

    public DriverValues(SharedSessionContractImplementor session) {
        this.session = session;
        this.types = session.getFactory().getTypeConfiguration();
    }

    /** @throws IllegalArgumentException if one is of a class that no column has */
    public @Nullable Object[] of(@Nullable Object[] values) {
        @Nullable Object[] driven = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            driven[i] = value == null ? null : of(value);
        }
        return driven;
    }

    private @Nullable Object of(Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        BasicType<?> type = types.getBasicTypeForJavaType(value.getClass());
        if (type != null) {
            return bound(type, value);
        }
        if (value instanceof JsonNode) {
            return bound(json(JsonNode.class), value);
        }
        if (value instanceof Map<?, ?>) {
            return bound(json(Map.class), value);
        }
        boolean isOfDriver =
                value instanceof Object[] || value.getClass().getName().startsWith("io.vertx.");
        if (!isOfDriver) {
            throw new IllegalArgumentException(
                    "A value of the class "
                            + value.getClass().getName()
                            + " cannot be bound to SQL: no column has that type. Bind what it is stored as, a text or a number.");
        }
        return value;
    }

    private <J> BasicType<J> json(Class<J> type) {
        JavaType<J> java = new UnknownBasicJavaType<>(type);
        return new NamedBasicTypeImpl<>(
                java, types.getJdbcTypeRegistry().getDescriptor(SqlTypes.JSON), "json of " + type.getSimpleName());
    }

    private @Nullable Object bound(BasicType<?> type, Object value) {
        return PreparedStatementAdaptor.bind(statement -> set(type, value, statement))[0];
    }

    private void set(BasicType<?> type, Object value, PreparedStatement statement) throws SQLException {
        type.nullSafeSet(statement, value, 1, session);
    }
}
