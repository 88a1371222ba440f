package dev.unirow.schema.internal.postgresql;

import dev.unirow.schema.internal.sql.TypeName;

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
