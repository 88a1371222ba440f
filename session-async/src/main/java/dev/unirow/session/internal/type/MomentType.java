package dev.unirow.session.internal.type;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.TimeZone;
import org.hibernate.dialect.Dialect;
import org.hibernate.sql.ast.spi.SqlAppender;
import org.hibernate.type.descriptor.ValueBinder;
import org.hibernate.type.descriptor.ValueExtractor;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.BasicBinder;
import org.hibernate.type.descriptor.jdbc.BasicExtractor;
import org.hibernate.type.descriptor.jdbc.JdbcLiteralFormatter;
import org.hibernate.type.descriptor.jdbc.TimestampJdbcType;
import org.hibernate.type.descriptor.jdbc.spi.BasicJdbcLiteralFormatter;

/**
 * A column of date and time without a zone. Hibernate would give it the time that a moment has in the zone of the JVM,
 * which exists twice or not at all where its clocks change, and which a JVM elsewhere takes for another moment.
 */
final class MomentType extends TimestampJdbcType {
    @Override
    public <X> ValueBinder<X> getBinder(JavaType<X> javaType) {
        return new BasicBinder<>(javaType, this) {
            @Override
            protected void doBind(PreparedStatement statement, X value, int index, WrapperOptions options)
                    throws SQLException {
                statement.setObject(index, Moments.stored(javaType, value, options));
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
        return new BasicExtractor<>(javaType, this) {
            @Override
            protected X doExtract(ResultSet rows, int index, WrapperOptions options) throws SQLException {
                return Moments.read(javaType, rows.getObject(index), options);
            }

            @Override
            protected X doExtract(CallableStatement statement, int index, WrapperOptions options) throws SQLException {
                return Moments.read(javaType, statement.getObject(index), options);
            }

            @Override
            protected X doExtract(CallableStatement statement, String name, WrapperOptions options)
                    throws SQLException {
                return Moments.read(javaType, statement.getObject(name), options);
            }
        };
    }

    /** Without an offset: the server would convert it to the zone of the connection. */
    @Override
    @SuppressWarnings("deprecation") // as the dialect declares it
    public <T> JdbcLiteralFormatter<T> getJdbcLiteralFormatter(JavaType<T> javaType) {
        return new BasicJdbcLiteralFormatter<>(javaType) {
            @Override
            public void appendJdbcLiteral(SqlAppender sql, T value, Dialect dialect, WrapperOptions options) {
                dialect.appendDateTimeLiteral(
                        sql,
                        Moments.stored(javaType, value, options),
                        jakarta.persistence.TemporalType.TIMESTAMP,
                        TimeZone.getTimeZone(ZoneOffset.UTC));
            }
        };
    }
}
