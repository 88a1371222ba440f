package dev.unirow.sqlite.internal;

import io.vertx.sqlclient.desc.ColumnDescriptor;
import java.sql.JDBCType;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The columns of a result: names, and what the declared type of a table's column tells beyond the stored value. */
public record SqliteColumns(List<String> names, int[] scales, List<String> declaredTypes) {
    public static SqliteColumns of(ResultSetMetaData metadata) throws SQLException {
        int count = metadata.getColumnCount();
        List<String> names = new ArrayList<>(count);
        List<String> types = new ArrayList<>(count);
        int[] scales = new int[count];
        for (int i = 0; i < count; i++) {
            names.add(metadata.getColumnName(i + 1));
            String type = metadata.getColumnTypeName(i + 1);
            types.add(type(names.get(i), type == null ? "" : type.toLowerCase(Locale.ROOT)));
            scales[i] = metadata.getScale(i + 1);
        }
        return new SqliteColumns(names, scales, types);
    }

    /** SQLite names a column by its expression; the JDBC driver tells the type of the value then. */
    private static String type(String name, String declared) {
        if (!declared.equals("text")) {
            return declared;
        }
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "current_timestamp" -> "timestamp";
            case "current_date" -> "date";
            case "current_time" -> "time";
            default -> declared;
        };
    }

    /** How many digits after the point the column declares; 0 when it says nothing. */
    int scale(int position) {
        return scales[position];
    }

    int indexOf(String name) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equalsIgnoreCase(name)) {
                return i;
            }
        }
        return -1;
    }

    /** The columns as Vert.x describes them. An expression has no declared type, so the first row's value tells its. */
    List<ColumnDescriptor> descriptors(@Nullable SqliteRow first) {
        List<ColumnDescriptor> descriptors = new ArrayList<>(names.size());
        for (int i = 0; i < names.size(); i++) {
            JDBCType type = jdbcType(declaredTypes.get(i), first == null ? null : first.values()[i]);
            descriptors.add(new Descriptor(names.get(i), declaredTypes.get(i), type));
        }
        return descriptors;
    }

    private record Descriptor(String name, String typeName, JDBCType jdbcType) implements ColumnDescriptor {
        @Override
        public boolean isArray() {
            return false;
        }
    }

    private static JDBCType jdbcType(String declared, @Nullable Object value) {
        return switch (declared) {
            case "boolean" -> JDBCType.BOOLEAN;
            case "date" -> JDBCType.DATE;
            case "time" -> JDBCType.TIME;
            case "timestamp", "datetime" -> JDBCType.TIMESTAMP;
            case "decimal" -> JDBCType.NUMERIC;
            default -> value == null ? fromAffinity(declared) : fromValue(value);
        };
    }

    private static JDBCType fromValue(Object value) {
        return value instanceof Long
                ? JDBCType.BIGINT
                : value instanceof Double
                        ? JDBCType.DOUBLE
                        : value instanceof byte[] ? JDBCType.VARBINARY : JDBCType.VARCHAR;
    }

    /** SQLite's rules of column affinity, https://www.sqlite.org/datatype3.html#determination_of_column_affinity. */
    private static JDBCType fromAffinity(String declared) {
        if (declared.contains("int")) {
            return JDBCType.BIGINT;
        }
        if (declared.contains("blob")) {
            return JDBCType.VARBINARY;
        }
        if (declared.contains("real") || declared.contains("floa") || declared.contains("doub")) {
            return JDBCType.DOUBLE;
        }
        return JDBCType.VARCHAR;
    }
}
