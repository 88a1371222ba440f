package dev.unirow.sqlite.dialect;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import org.hibernate.reactive.adaptor.impl.PreparedStatementAdaptor;
import org.hibernate.reactive.adaptor.impl.ResultSetAdaptor;
import org.hibernate.type.descriptor.ValueBinder;
import org.hibernate.type.descriptor.ValueExtractor;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.BasicBinder;
import org.hibernate.type.descriptor.jdbc.BasicExtractor;
import org.hibernate.type.descriptor.jdbc.TimestampJdbcType;
import org.jspecify.annotations.Nullable;

/**
 * Passes a LocalDateTime as it is, and a moment as its time in UTC: by way of java.sql.Timestamp, hours that the time
 * zone of the JVM skips or repeats would move.
 */
final class IsoTimestampJdbcType extends TimestampJdbcType {
    @Override
    public <X> ValueBinder<X> getBinder(JavaType<X> javaType) {
        ValueBinder<X> ofJdbc = super.getBinder(javaType);
        return new BasicBinder<>(javaType, this) {
            @Override
            protected void doBind(PreparedStatement statement, X value, int index, WrapperOptions options)
                    throws SQLException {
                if (value instanceof LocalDateTime || statement instanceof PreparedStatementAdaptor) {
                    statement.setObject(index, Moments.stored(javaType, value, options));
                } else {
                    ofJdbc.bind(statement, value, index, options);
                }
            }

            @Override
            protected void doBind(CallableStatement statement, X value, String name, WrapperOptions options)
                    throws SQLException {
                statement.setObject(name, Moments.stored(javaType, value, options));
            }
        };
    }

    @Override
    public <X> ValueExtractor<X> getExtractor(JavaType<X> javaType) {
        ValueExtractor<X> ofJdbc = super.getExtractor(javaType);
        return new BasicExtractor<>(javaType, this) {
            @Override
            protected @Nullable X doExtract(ResultSet rows, int index, WrapperOptions options) throws SQLException {
                return javaType.getJavaTypeClass() == LocalDateTime.class || rows instanceof ResultSetAdaptor
                        ? Moments.read(javaType, rows.getObject(index, LocalDateTime.class), options)
                        : ofJdbc.extract(rows, index, options);
            }

            @Override
            protected @Nullable X doExtract(CallableStatement statement, int index, WrapperOptions options)
                    throws SQLException {
                return Moments.read(javaType, statement.getObject(index, LocalDateTime.class), options);
            }

            @Override
            protected @Nullable X doExtract(CallableStatement statement, String name, WrapperOptions options)
                    throws SQLException {
                return Moments.read(javaType, statement.getObject(name, LocalDateTime.class), options);
            }
        };
    }
}
