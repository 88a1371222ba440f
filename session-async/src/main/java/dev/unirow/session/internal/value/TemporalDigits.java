package dev.unirow.session.internal.value;

import java.sql.Time;
import java.sql.Timestamp;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.Calendar;
import java.util.Date;

/** Cuts times to a number of digits after the second, downwards, as a column would that does not round. */
final class TemporalDigits {
    /** More than which no class of Java has. */
    static final int ALL = 9;

    private static final int MILLIS = 3;

    private TemporalDigits() {}

    /** The same object where nothing is cut; what is no time is never cut. */
    static Object cut(Object value, int digits) {
        if (digits >= ALL) {
            return value;
        }
        if (value instanceof Temporal time && time.isSupported(ChronoField.NANO_OF_SECOND)) {
            int nanos = time.get(ChronoField.NANO_OF_SECOND);
            int kept = kept(nanos, ALL - digits);
            return kept == nanos ? value : time.with(ChronoField.NANO_OF_SECOND, kept);
        }
        if (value instanceof Timestamp time) {
            int kept = kept(time.getNanos(), ALL - digits);
            return kept == time.getNanos() ? value : withNanos(time, kept);
        }
        if (value instanceof Date date && !(value instanceof java.sql.Date)) {
            long kept = kept(date.getTime(), MILLIS - digits);
            return kept == date.getTime() ? value : value instanceof Time ? new Time(kept) : new Date(kept);
        }
        if (value instanceof Calendar calendar) {
            long kept = kept(calendar.getTimeInMillis(), MILLIS - digits);
            return kept == calendar.getTimeInMillis() ? value : at(calendar, kept);
        }
        return value;
    }

    private static int kept(int number, int digitsOff) {
        return (int) kept((long) number, digitsOff);
    }

    private static long kept(long number, int digitsOff) {
        long unit = 1;
        for (int i = 0; i < digitsOff; i++) {
            unit *= 10;
        }
        return number - Math.floorMod(number, unit);
    }

    private static Timestamp withNanos(Timestamp time, int nanos) {
        Timestamp cut = new Timestamp(time.getTime());
        cut.setNanos(nanos);
        return cut;
    }

    private static Calendar at(Calendar calendar, long millis) {
        Calendar cut = (Calendar) calendar.clone();
        cut.setTimeInMillis(millis);
        return cut;
    }
}
