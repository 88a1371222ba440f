package dev.unirow.schema.internal.postgresql;

import dev.unirow.schema.internal.sql.TypeName;
import org.jspecify.annotations.Nullable;

/**
 * How times of day of other digits are made of those that a column has. PostgreSQL rounds, the end of a day to 24:00,
 * which no time of Java is.
 */
final class PostgresTime {
    private static final int MOST_DIGITS = 6;

    private PostgresTime() {}

    /**
     * The clause for a change of a column's type, empty where there is nothing to it.
     *
     * @param column its quoted name
     */
    static String conversion(String column, TypeName from, TypeName to) {
        if (!from.base().equals(to.base())
                || !(to.base().equals("time") || to.base().equals("time with time zone"))) {
            return "";
        }
        long before = digits(from);
        long after = digits(to);
        if (after == before) {
            return "";
        }
        return after > before
                ? " using case when " + column + "::time = '24:00' then " + column + " - interval '1 microsecond' else "
                        + column + " end"
                : " using " + column + " - extract(microseconds from " + column + ")::bigint % "
                        + unit(MOST_DIGITS - after) + " * interval '1 microsecond'";
    }

    /**
     * A moment of what was local, and the other way round: in UTC, as models have it, where a cast would take the zone
     * of whoever runs the statement. Null where neither is a moment, or a cast says what is meant.
     *
     * @param column its quoted name
     */
    static @Nullable String zoned(String column, TypeName from, TypeName to) {
        return switch (from.base() + " to " + to.base()) {
            case "timestamp to timestamp with time zone", "timestamp with time zone to timestamp" ->
                column + " at time zone 'UTC'";
            case "date to timestamp with time zone" -> column + "::timestamp at time zone 'UTC'";
            case "timestamp with time zone to date" -> "(" + column + " at time zone 'UTC')::date";
            case "timestamp with time zone to time", "time with time zone to time" ->
                "(" + column + " at time zone 'UTC')::time";
            case "time to time with time zone" -> "(" + column + "::text || '+00')::time with time zone";
            default -> null;
        };
    }

    private static long digits(TypeName type) {
        return type.arguments().isEmpty() ? MOST_DIGITS : type.arguments().get(0);
    }

    private static long unit(long digits) {
        long unit = 1;
        for (long i = 0; i < digits; i++) {
            unit *= 10;
        }
        return unit;
    }
}
