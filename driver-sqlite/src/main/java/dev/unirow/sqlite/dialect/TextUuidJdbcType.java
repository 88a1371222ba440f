package dev.unirow.sqlite.dialect;

import dev.unirow.sqlite.internal.StoredValues;
import java.sql.CallableStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.hibernate.type.descriptor.ValueExtractor;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.BasicExtractor;
import org.hibernate.type.descriptor.jdbc.VarcharUUIDJdbcType;
import org.jspecify.annotations.Nullable;

/** UUIDs as text with hyphens, which are read without them, too, as Python's drivers write them. */
final class TextUuidJdbcType extends VarcharUUIDJdbcType {
    static final TextUuidJdbcType INSTANCE = new TextUuidJdbcType();

    @Override
    public <X> ValueExtractor<X> getExtractor(JavaType<X> type) {
        return new BasicExtractor<>(type, this) {
            @Override
            protected @Nullable X doExtract(ResultSet rows, int index, WrapperOptions options) throws SQLException {
                return read(rows.getString(index), options);
            }

            @Override
            protected @Nullable X doExtract(CallableStatement call, int index, WrapperOptions options)
                    throws SQLException {
                return read(call.getString(index), options);
            }

            @Override
            protected @Nullable X doExtract(CallableStatement call, String name, WrapperOptions options)
                    throws SQLException {
                return read(call.getString(name), options);
            }

            private @Nullable X read(@Nullable String text, WrapperOptions options) {
                return text == null ? null : type.wrap(StoredValues.uuid(text), options);
            }
        };
    }
}
