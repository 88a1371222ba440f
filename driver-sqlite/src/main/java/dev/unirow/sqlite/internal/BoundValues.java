package dev.unirow.sqlite.internal;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.data.NullValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.hibernate.reactive.adaptor.impl.JdbcNull;
import org.jspecify.annotations.Nullable;

/**
 * Binds Java's values as the five kinds that SQLite stores. Dates and times become text that sorts by time and that
 * SQLite's functions understand: {@code 2024-02-29 13:45:00.500000}; instants are in UTC, written without an offset,
 * which only an {@link OffsetTime} has.
 */
public final class BoundValues {
    private static final int EXACT_DIGITS = 15;

    private BoundValues() {}

    public static void bind(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object stored = stored(values[i]);
            if (stored == null) {
                statement.setNull(i + 1, java.sql.Types.NULL);
            } else if (stored instanceof String text) {
                Surrogates.requirePairs(text);
                statement.setString(i + 1, text);
            } else if (stored instanceof Long number) {
                statement.setLong(i + 1, number);
            } else if (stored instanceof Double number) {
                statement.setDouble(i + 1, number);
            } else {
                statement.setBytes(i + 1, (byte[]) stored);
            }
        }
    }

    /** What SQLite gets of a value: null, a Long, a Double, a String or bytes. */
    public static @Nullable Object stored(@Nullable Object value) {
        if (value == null || value instanceof JdbcNull || value instanceof NullValue) {
            return null;
        }
        if (value instanceof String || value instanceof Long || value instanceof byte[]) {
            return value;
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof Boolean flag) {
            return flag ? 1L : 0L;
        }
        if (value instanceof Double || value instanceof Float) {
            return real(((Number) value).doubleValue());
        }
        if (value instanceof BigDecimal decimal) {
            return decimal(decimal);
        }
        if (value instanceof BigInteger integer) {
            return decimal(new BigDecimal(integer));
        }
        if (value instanceof Buffer buffer) {
            return buffer.getBytes();
        }
        return text(value);
    }

    public static String text(Object value) {
        if (value instanceof LocalDateTime dateTime) {
            return date(dateTime.toLocalDate()) + ' ' + time(dateTime.toLocalTime());
        }
        if (value instanceof LocalDate date) {
            return date(date);
        }
        if (value instanceof LocalTime time) {
            return time(time);
        }
        if (value instanceof Instant instant) {
            return text(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
        }
        if (value instanceof OffsetDateTime offset) {
            return text(offset.toInstant());
        }
        if (value instanceof ZonedDateTime zoned) {
            return text(zoned.toInstant());
        }
        if (value instanceof OffsetTime time) {
            return time(time.toLocalTime()) + time.getOffset();
        }
        if (value instanceof Character || value instanceof UUID) {
            return value.toString();
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof JsonObject json) {
            return json.encode();
        }
        if (value instanceof JsonArray json) {
            return json.encode();
        }
        throw new IllegalArgumentException(
                "SQLite cannot store a value of type '" + value.getClass().getName()
                        + "'. Convert it to text, a number or bytes, for instance with an AttributeConverter.");
    }

    private static String date(LocalDate date) {
        if (date.getYear() < 0 || date.getYear() > 9999) {
            throw new IllegalArgumentException(
                    "SQLite sorts and computes with dates of the years 0 to 9999, not of the year " + date.getYear()
                            + ".");
        }
        return date.toString();
    }

    /**
     * Seconds always, and a fraction only where there is one, of six digits, or nine for one that needs more: so equal
     * times are equal texts, texts sort as times do, and Python's drivers, which take a fraction for a number of
     * microseconds, read them rightly.
     */
    private static String time(LocalTime time) {
        StringBuilder text = new StringBuilder(18);
        two(text, time.getHour());
        text.append(':');
        two(text, time.getMinute());
        text.append(':');
        two(text, time.getSecond());
        if (time.getNano() != 0) {
            String digits = Integer.toString(1_000_000_000 + time.getNano());
            text.append('.').append(digits, 1, time.getNano() % 1000 == 0 ? 7 : 10);
        }
        return text.toString();
    }

    private static void two(StringBuilder text, int number) {
        if (number < 10) {
            text.append('0');
        }
        text.append(number);
    }

    private static Double real(double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("SQLite stores NaN as NULL. Use null, or another number.");
        }
        return value;
    }

    /**
     * SQLite has no decimals: it keeps 64-bit integers and doubles. What they hold exactly is bound as one of them, so
     * that comparing, sorting and summing work.
     */
    private static Object decimal(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        if (plain.scale() <= 0
                && plain.precision() - plain.scale() <= 19
                && plain.toBigInteger().bitLength() <= 63) {
            return plain.longValueExact();
        }
        if (plain.precision() <= EXACT_DIGITS && Math.abs((long) plain.scale()) < 290) {
            return plain.doubleValue();
        }
        throw new IllegalArgumentException(
                "SQLite keeps " + EXACT_DIGITS + " digits of a decimal exactly, this value has " + plain.precision()
                        + ". Round it, or map the attribute to text: @JdbcTypeCode(SqlTypes.VARCHAR).");
    }
}
