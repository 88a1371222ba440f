package dev.unirow.sqlite.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;

/**
 * Functions that each connection gets, for what HQL computes with dates and times: SQLite's own count milliseconds, and
 * let the 31st of January be followed by the 2nd of March.
 */
public final class TimeFunctions {
    public static final String ADD = "unirow_add";
    public static final String DIFFERENCE = "unirow_difference";
    public static final String EXTRACT = "unirow_extract";
    public static final String TRUNCATE = "unirow_truncate";
    public static final String FORMAT = "unirow_format";
    public static final String DATE = "unirow_date";
    public static final String TIME = "unirow_time";
    public static final String TIMESTAMP = "unirow_timestamp";
    public static final String SHORT_FRACTION = "unirow_short_fraction";
    public static final String WITHOUT_OFFSET = "unirow_without_offset";

    // https://www.sqlite.org/c3ref/c_blob.html
    private static final int SQLITE_INTEGER = 1;
    private static final int SQLITE_FLOAT = 2;
    private static final int SQLITE_NULL = 5;

    private TimeFunctions() {}

    public static void register(Connection connection) throws SQLException {
        register(connection, ADD, 4, of -> TimeSum.of(of[0].toString(), of[1].toString(), of[2], of[3]));
        register(connection, DIFFERENCE, 3, of -> TimeDifference.of(of[0].toString(), of[1], of[2]));
        register(connection, EXTRACT, 2, of -> TimeField.of(of[0].toString(), of[1]));
        register(connection, TRUNCATE, 2, of -> TimeTruncation.of(of[0].toString(), of[1]));
        TimeFormats formats = new TimeFormats();
        register(connection, FORMAT, 3, of -> formats.format(of[0], of[1].toString(), ((Number) of[2]).longValue()));
        register(connection, DATE, 1, of -> StoredTime.text(moment(of[0]).toLocalDate()));
        register(connection, TIME, 1, of -> StoredTime.text(moment(of[0]).toLocalTime()));
        register(connection, TIMESTAMP, 1, of -> StoredTime.text(moment(of[0])));
        register(connection, SHORT_FRACTION, 1, of -> StoredTime.withShortFraction(of[0].toString()));
        register(connection, WITHOUT_OFFSET, 1, of -> StoredTime.withoutOffset(of[0].toString()));
    }

    private static LocalDateTime moment(Object value) {
        return StoredTime.dateTime(StoredTime.read(value));
    }

    private interface Body {
        Object of(Object[] arguments);
    }

    private static void register(Connection connection, String name, int arguments, Body body) throws SQLException {
        Function.create(connection, name, new Scalar(name, body), arguments, Function.FLAG_DETERMINISTIC);
    }

    private static final class Scalar extends Function {
        private final String name;
        private final Body body;

        Scalar(String name, Body body) {
            this.name = name;
            this.body = body;
        }

        @Override
        protected void xFunc() throws SQLException {
            Object[] arguments = new Object[args()];
            for (int i = 0; i < arguments.length; i++) {
                Object argument = argument(i);
                if (argument == null) {
                    result();
                    return;
                }
                arguments[i] = argument;
            }
            try {
                give(body.of(arguments));
            } catch (DateTimeException | ArithmeticException | IllegalArgumentException e) {
                error(name + ": " + e.getMessage());
            }
        }

        private @Nullable Object argument(int index) throws SQLException {
            return switch (value_type(index)) {
                case SQLITE_NULL -> null;
                case SQLITE_INTEGER -> value_long(index);
                case SQLITE_FLOAT -> value_double(index);
                default -> value_text(index);
            };
        }

        private void give(Object value) throws SQLException {
            if (value instanceof Double real) {
                result(real);
            } else if (value instanceof Number integer) {
                result(integer.longValue());
            } else {
                result(value.toString());
            }
        }
    }
}
