package dev.unirow.sqlite.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads stored values as Java's types. What does not fit fails instead of being cut. */
public final class StoredValues {
    private static final double LARGEST_EXACT = 9_007_199_254_740_992d; // 2^53

    private static final int HEX_DIGITS = 32;

    private StoredValues() {}

    static @Nullable String text(@Nullable Object value) {
        return value instanceof byte[] bytes
                ? new String(bytes, StandardCharsets.UTF_8)
                : value == null ? null : value.toString();
    }

    static byte @Nullable [] bytes(@Nullable Object value) {
        if (value == null || value instanceof byte[]) {
            return (byte[]) value;
        }
        return value.toString().getBytes(StandardCharsets.UTF_8);
    }

    static @Nullable Boolean bool(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof String string) {
            return switch (string) {
                case "1", "true", "TRUE", "t", "T", "Y", "y" -> true;
                case "0", "false", "FALSE", "f", "F", "N", "n" -> false;
                default -> throw unreadable(value, "a boolean");
            };
        }
        Double number = real(value);
        return number != null && number != 0;
    }

    static @Nullable Long integer(@Nullable Object value) {
        if (value == null || value instanceof Long) {
            return (Long) value;
        }
        if (value instanceof Double real && real == Math.rint(real) && Math.abs(real) <= LARGEST_EXACT) {
            return real.longValue();
        }
        try {
            return new BigDecimal(value.toString()).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw unreadable(value, "an integer");
        }
    }

    static long within(long value, long low, long high) {
        if (value < low || value > high) {
            throw new ArithmeticException(
                    "The database holds " + value + ", which does not fit between " + low + " and " + high + ".");
        }
        return value;
    }

    static @Nullable Double real(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        try {
            return Double.valueOf(value.toString());
        } catch (NumberFormatException e) {
            throw unreadable(value, "a number");
        }
    }

    /** A decimal with at least the digits after the point that its column declares. */
    static @Nullable BigDecimal decimal(@Nullable Object value, int scale) {
        if (value == null) {
            return null;
        }
        BigDecimal decimal;
        try {
            decimal = value instanceof Long integer
                    ? BigDecimal.valueOf(integer)
                    : value instanceof Double real ? fromReal(real) : new BigDecimal(value.toString());
        } catch (NumberFormatException e) {
            throw unreadable(value, "a decimal");
        }
        return decimal.scale() < scale ? decimal.setScale(scale, RoundingMode.UNNECESSARY) : decimal;
    }

    /** The shortest decimal that is stored as this number; exact for all that were bound with 15 digits or fewer. */
    private static BigDecimal fromReal(double real) {
        BigDecimal decimal = BigDecimal.valueOf(real).stripTrailingZeros();
        return decimal.scale() < 0 ? decimal.setScale(0, RoundingMode.UNNECESSARY) : decimal;
    }

    static @Nullable LocalDate date(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        String text = value.toString();
        return text.length() > 10 ? parse(text, "a date").toLocalDate() : LocalDate.parse(text);
    }

    static @Nullable LocalTime time(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        String text = value.toString();
        return text.indexOf('-') > 0 ? parse(text, "a time").toLocalTime() : LocalTime.parse(text);
    }

    /** Also without hyphens, as Python's drivers write it. */
    public static @Nullable UUID uuid(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        String text = value.toString();
        try {
            return text.length() == HEX_DIGITS
                    ? new UUID(
                            Long.parseUnsignedLong(text, 0, HEX_DIGITS / 2, 16),
                            Long.parseUnsignedLong(text, HEX_DIGITS / 2, HEX_DIGITS, 16))
                    : UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw unreadable(value, "a UUID");
        }
    }

    static @Nullable OffsetTime offsetTime(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        String text = value.toString();
        boolean offset = text.endsWith("Z") || text.indexOf('+') > 0 || text.indexOf('-') > 0;
        return offset ? OffsetTime.parse(text) : LocalTime.parse(text).atOffset(ZoneOffset.UTC);
    }

    static @Nullable LocalDateTime dateTime(@Nullable Object value) {
        return value == null ? null : parse(value.toString(), "a date and time");
    }

    /** Also what SQLite's functions and other programs write: a T for the space, no seconds, an offset from UTC. */
    static LocalDateTime parse(String text, String wanted) {
        LocalDateTime own = DateTimeText.parse(text);
        if (own != null) {
            return own;
        }
        if (text.length() == 10) {
            return LocalDate.parse(text).atStartOfDay();
        }
        if (text.length() < 16 || (text.charAt(10) != ' ' && text.charAt(10) != 'T')) {
            throw unreadable(text, wanted);
        }
        String iso = text.substring(0, 10) + 'T' + text.substring(11);
        boolean offset = iso.endsWith("Z") || iso.indexOf('+') > 0 || iso.lastIndexOf('-') > 10;
        char thirdFromEnd = iso.charAt(iso.length() - 3);
        boolean hoursOnly = thirdFromEnd == '+' || thirdFromEnd == '-';
        return offset
                ? OffsetDateTime.parse(hoursOnly ? iso + ":00" : iso)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toLocalDateTime()
                : LocalDateTime.parse(iso);
    }

    static IllegalArgumentException unreadable(Object value, String wanted) {
        return new IllegalArgumentException(
                "A value of type " + value.getClass().getSimpleName() + " in the database cannot be read as " + wanted
                        + ". Correct the row, or the type of the column.");
    }
}
