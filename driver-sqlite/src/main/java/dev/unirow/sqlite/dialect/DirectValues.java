package dev.unirow.sqlite.dialect;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.hibernate.type.descriptor.ValueBinder;
import org.hibernate.type.descriptor.ValueExtractor;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.BasicBinder;
import org.hibernate.type.descriptor.jdbc.BasicExtractor;
import org.hibernate.type.descriptor.jdbc.JdbcType;

/** Passes values of java.time as they are, past the classes of java.sql. */
final class DirectValues {
    private DirectValues() {}

    static <X> ValueBinder<X> binder(JavaType<X> type, JdbcType column) {
        return new BasicBinder<>(type, column) {
            @Override
            protected void doBind(PreparedStatement statement, X value, int index, WrapperOptions options)
                    throws SQLException {
                statement.setObject(index, value);
            }

            @Override
            protected void doBind(CallableStatement statement, X value, String name, WrapperOptions options)
                    throws SQLException {
                statement.setObject(name, value);
            }
        };
    }

    static <X> ValueExtractor<X> extractor(JavaType<X> type, JdbcType column, Class<?> read) {
        return new BasicExtractor<>(type, column) {
            @Override
            protected X doExtract(ResultSet rows, int index, WrapperOptions options) throws SQLException {
                return type.wrap(rows.getObject(index, read), options);
            }

            @Override
            protected X doExtract(CallableStatement statement, int index, WrapperOptions options) throws SQLException {
                return type.wrap(statement.getObject(index, read), options);
            }

            @Override
            protected X doExtract(CallableStatement statement, String name, WrapperOptions options)
                    throws SQLException {
                return type.wrap(statement.getObject(name, read), options);
            }
        };
    }
}
