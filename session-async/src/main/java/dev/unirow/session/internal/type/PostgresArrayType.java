package dev.unirow.session.internal.type;

import io.vertx.core.buffer.Buffer;
import io.vertx.pgclient.data.Inet;
import io.vertx.sqlclient.data.Numeric;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.hibernate.dialect.Dialect;
import org.hibernate.reactive.adaptor.impl.ArrayAdaptor;
import org.hibernate.reactive.type.descriptor.jdbc.ReactiveArrayJdbcType;
import org.hibernate.tool.schema.extract.spi.ColumnTypeInformation;
import org.hibernate.type.BasicType;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.ValueBinder;
import org.hibernate.type.descriptor.ValueExtractor;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.BasicBinder;
import org.hibernate.type.descriptor.jdbc.BasicExtractor;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.hibernate.type.descriptor.jdbc.JdbcTypeConstructor;
import org.hibernate.type.spi.TypeConfiguration;
import org.jspecify.annotations.Nullable;

/** An array whose elements Vert.x's client knows under another class than Hibernate, which sends it its own. */
final class PostgresArrayType extends ReactiveArrayJdbcType {
    private final Class<?> elements;

    /** @param elements the class that Hibernate makes of the elements */
    private PostgresArrayType(JdbcType element, Class<?> elements) {
        super(element);
        this.elements = elements;
    }

    /** Makes the type for each type of elements; those that the client takes as they are stay Hibernate Reactive's. */
    record Constructor(JdbcTypeConstructor others) implements JdbcTypeConstructor {
        @Override
        public JdbcType resolveType(
                TypeConfiguration types, Dialect dialect, BasicType<?> element, ColumnTypeInformation column) {
            Class<?> elements = elements(element.getJdbcType());
            return elements == null
                    ? others.resolveType(types, dialect, element, column)
                    : new PostgresArrayType(element.getJdbcType(), elements);
        }

        @Override
        public JdbcType resolveType(
                TypeConfiguration types, Dialect dialect, JdbcType element, ColumnTypeInformation column) {
            Class<?> elements = elements(element);
            return elements == null
                    ? others.resolveType(types, dialect, element, column)
                    : new PostgresArrayType(element, elements);
        }

        @Override
        public int getDefaultSqlTypeCode() {
            return SqlTypes.ARRAY;
        }
    }

    private static @Nullable Class<?> elements(JdbcType element) {
        if (element instanceof MomentType) {
            return Timestamp.class;
        }
        return switch (element.getDdlTypeCode()) {
            case SqlTypes.TIMESTAMP_UTC, SqlTypes.TIMESTAMP_WITH_TIMEZONE -> java.time.OffsetDateTime.class;
            case SqlTypes.NUMERIC, SqlTypes.DECIMAL -> java.math.BigDecimal.class;
            case SqlTypes.VARBINARY, SqlTypes.BINARY, SqlTypes.LONG32VARBINARY -> byte[].class;
            case SqlTypes.INET -> java.net.InetAddress.class;
            default -> null;
        };
    }

    @Override
    public <X> ValueBinder<X> getBinder(JavaType<X> javaType) {
        return new BasicBinder<>(javaType, this) {
            @Override
            protected void doBind(PreparedStatement statement, X value, int index, WrapperOptions options)
                    throws SQLException {
                Object[] unwrapped = (Object[]) javaType.unwrap(value, elements.arrayType(), options);
                statement.setArray(index, new ArrayAdaptor(getElementJdbcType(), sent(unwrapped)));
            }

            @Override
            protected void doBind(CallableStatement statement, X value, String name, WrapperOptions options) {
                throw new UnsupportedOperationException("Vert.x calls no procedures with arrays.");
            }
        };
    }

    private static @Nullable Object[] sent(@Nullable Object[] elements) {
        if (elements instanceof byte[][]) {
            return Arrays.stream((byte[][]) elements)
                    .map(bytes -> bytes == null ? null : Buffer.buffer(bytes))
                    .toArray(Buffer[]::new);
        }
        if (elements instanceof java.net.InetAddress[]) {
            return Arrays.stream((java.net.InetAddress[]) elements)
                    .map(address -> address == null ? null : new Inet().setAddress(address))
                    .toArray(Inet[]::new);
        }
        if (elements instanceof Timestamp[]) {
            return Arrays.stream((Timestamp[]) elements)
                    .map(moment -> moment == null ? null : Moments.inUtc(moment.toInstant()))
                    .toArray(LocalDateTime[]::new);
        }
        return elements;
    }

    @Override
    public <X> ValueExtractor<X> getExtractor(JavaType<X> javaType) {
        return new BasicExtractor<>(javaType, this) {
            @Override
            protected X doExtract(ResultSet rows, int index, WrapperOptions options) throws SQLException {
                return javaType.wrap(array(rows.getObject(index)), options);
            }

            @Override
            protected X doExtract(CallableStatement statement, int index, WrapperOptions options) throws SQLException {
                return javaType.wrap(array(statement.getObject(index)), options);
            }

            @Override
            protected X doExtract(CallableStatement statement, String name, WrapperOptions options)
                    throws SQLException {
                return javaType.wrap(array(statement.getObject(name)), options);
            }
        };
    }

    private @Nullable ArrayAdaptor array(@Nullable Object found) {
        if (found == null) {
            return null;
        }
        @Nullable Object[] array = (@Nullable Object[]) java.lang.reflect.Array.newInstance(elements, ((Object[]) found).length);
        for (int i = 0; i < array.length; i++) {
            array[i] = read(((@Nullable Object[]) found)[i]);
        }
        return new ArrayAdaptor(getElementJdbcType(), array);
    }

    private static @Nullable Object read(@Nullable Object element) {
        if (element instanceof Numeric number) {
            return number.bigDecimalValue();
        }
        if (element instanceof Buffer bytes) {
            return bytes.getBytes();
        }
        if (element instanceof LocalDateTime inUtc) {
            return Timestamp.from(inUtc.toInstant(ZoneOffset.UTC));
        }
        return element instanceof Inet inet ? inet.getAddress() : element;
    }
}
