package dev.unirow.session.internal.type;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Function;
import org.hibernate.type.descriptor.ValueBinder;
import org.hibernate.type.descriptor.ValueExtractor;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.BasicBinder;
import org.hibernate.type.descriptor.jdbc.BasicExtractor;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.hibernate.type.spi.TypeConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Values of a class that a database's client has no codec for, sent and read as another one.
 *
 * @param code Hibernate's code of the type
 * @param ddlCode the code of the column
 * @param type the class that Hibernate makes of a value, and values of
 * @param sent the class that the client knows
 */
record ConvertedType<V, S>(
        int code, int ddlCode, Class<V> type, Class<S> sent, Function<V, S> send, Function<S, V> read)
        implements JdbcType {
    @Override
    public int getJdbcTypeCode() {
        return code;
    }

    @Override
    public int getDdlTypeCode() {
        return ddlCode;
    }

    @Override
    public Class<?> getPreferredJavaTypeClass(WrapperOptions options) {
        return type;
    }

    @Override
    public JavaType<?> getRecommendedJavaType(Integer precision, Integer scale, TypeConfiguration types) {
        return types.getJavaTypeRegistry().resolveDescriptor(type);
    }

    @Override
    public <X> ValueBinder<X> getBinder(JavaType<X> javaType) {
        return new BasicBinder<>(javaType, this) {
            @Override
            protected void doBind(PreparedStatement statement, X value, int index, WrapperOptions options)
                    throws SQLException {
                statement.setObject(index, send.apply(javaType.unwrap(value, type, options)));
            }

            @Override
            protected void doBind(CallableStatement statement, X value, String name, WrapperOptions options)
                    throws SQLException {
                statement.setObject(name, send.apply(javaType.unwrap(value, type, options)));
            }
        };
    }

    @Override
    public <X> ValueExtractor<X> getExtractor(JavaType<X> javaType) {
        return new BasicExtractor<>(javaType, this) {
            @Override
            protected X doExtract(ResultSet rows, int index, WrapperOptions options) throws SQLException {
                return javaType.wrap(value(rows.getObject(index)), options);
            }

            @Override
            protected X doExtract(CallableStatement statement, int index, WrapperOptions options) throws SQLException {
                return javaType.wrap(value(statement.getObject(index)), options);
            }

            @Override
            protected X doExtract(CallableStatement statement, String name, WrapperOptions options)
                    throws SQLException {
                return javaType.wrap(value(statement.getObject(name)), options);
            }
        };
    }

    private @Nullable V value(@Nullable Object found) {
        return found == null ? null : read.apply(sent.cast(found));
    }
}
