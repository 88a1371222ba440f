package dev.unirow.session.internal.value;

import java.time.chrono.ChronoLocalDate;
import java.time.temporal.Temporal;
import java.util.Calendar;
import java.util.Date;

/**
 * A time is cut to the digits of its column, and refused outside the years that every database has.
 *
 * @param isDay whether the column keeps the day alone
 */
record TimeRule(Place place, int digits, boolean isDay) implements ValueRule {
    static boolean isFor(Class<?> type) {
        return Temporal.class.isAssignableFrom(type)
                        && (type.getName().startsWith("java.time.") && !ChronoLocalDate.class.equals(type))
                || Date.class.isAssignableFrom(type)
                || Calendar.class.isAssignableFrom(type);
    }

    @Override
    public boolean cuts() {
        return digits < TemporalDigits.ALL;
    }

    @Override
    public Object kept(Object value) {
        if (!StorableYears.hold(isDay ? day(value) : value)) {
            throw place.refusal(
                    "lies outside of the years " + StorableYears.WORDS,
                    "cannot keep on every database",
                    "use a time within them, or null for no end");
        }
        return TemporalDigits.cut(value, digits);
    }

    /** The day that a column of dates keeps of a moment. */
    private static Object day(Object value) {
        if (value instanceof Calendar calendar) {
            return new java.sql.Date(calendar.getTimeInMillis());
        }
        return value instanceof Date date ? new java.sql.Date(date.getTime()) : value;
    }
}
