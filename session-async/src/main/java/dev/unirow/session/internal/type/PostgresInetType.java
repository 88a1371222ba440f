package dev.unirow.session.internal.type;

import io.vertx.pgclient.data.Inet;
import java.net.InetAddress;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.hibernate.dialect.type.PostgreSQLInetJdbcType;
import org.hibernate.type.descriptor.ValueBinder;
import org.hibernate.type.descriptor.ValueExtractor;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.BasicBinder;
import org.hibernate.type.descriptor.jdbc.BasicExtractor;
import org.jspecify.annotations.Nullable;

/** An address of a machine on PostgreSQL, as the driver has it: Hibernate makes an object of the JDBC driver of it. */
final class PostgresInetType extends PostgreSQLInetJdbcType {
    @Override
    public <X> ValueBinder<X> getBinder(JavaType<X> type) {
        return new BasicBinder<>(type, this) {
            @Override
            protected void doBind(PreparedStatement statement, X value, int index, WrapperOptions options)
                    throws SQLException {
                statement.setObject(
                        index, new Inet().setAddress(getJavaType().unwrap(value, InetAddress.class, options)));
            }

            @Override
            protected void doBind(CallableStatement statement, X value, String name, WrapperOptions options) {
                throw new UnsupportedOperationException("Hibernate Reactive calls no procedures.");
            }
        };
    }

    @Override
    @SuppressWarnings("NullAway") // Hibernate reads null as null
    public <X> ValueExtractor<X> getExtractor(JavaType<X> type) {
        return new BasicExtractor<>(type, this) {
            @Override
            protected X doExtract(ResultSet row, int index, WrapperOptions options) throws SQLException {
                return address(row.getObject(index), options);
            }

            @Override
            protected X doExtract(CallableStatement statement, int index, WrapperOptions options) throws SQLException {
                return address(statement.getObject(index), options);
            }

            @Override
            protected X doExtract(CallableStatement statement, String name, WrapperOptions options)
                    throws SQLException {
                return address(statement.getObject(name), options);
            }

            private X address(@Nullable Object value, WrapperOptions options) {
                return value == null ? null : getJavaType().wrap(((Inet) value).getAddress(), options);
            }
        };
    }
}
