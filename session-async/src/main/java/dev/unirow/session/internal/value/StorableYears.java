package dev.unirow.session.internal.value;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;

/**
 * The years that a date or a moment can have on every database. MariaDB has no others, nor all days of the year 0;
 * SQLite's text would no longer sort; and PostgreSQL's driver makes infinities of some values and wrong moments of
 * others.
 */
final class StorableYears {
    static final String WORDS = "1 to 9999";

    private static final int FIRST = 1;
    private static final int LAST = 9999;
    private static final long FIRST_SECOND =
            LocalDate.of(FIRST, 1, 1).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    private static final long END = LocalDate.of(LAST + 1, 1, 1).atStartOfDay().toEpochSecond(ZoneOffset.UTC);

    private StorableYears() {}

    /** Also for what is no date. */
    static boolean hold(Object value) {
        if (value instanceof LocalDate date) {
            return isStorable(date.getYear());
        }
        if (value instanceof LocalDateTime time) {
            return isStorable(time.getYear());
        }
        if (value instanceof Instant moment) {
            return isStorable(moment.getEpochSecond());
        }
        if (value instanceof OffsetDateTime time) {
            return isStorable(time.toEpochSecond()) && isStorable(time.getYear());
        }
        if (value instanceof ZonedDateTime time) {
            return isStorable(time.toEpochSecond()) && isStorable(time.getYear());
        }
        if (value instanceof Calendar calendar) {
            return isStorable(second(calendar.getTimeInMillis()));
        }
        if (value instanceof java.sql.Date day) {
            return isOfCommonEra(day);
        }
        return !(value instanceof Date moment) || isStorable(second(moment.getTime()));
    }

    private static boolean isStorable(int year) {
        return year >= FIRST && year <= LAST;
    }

    private static boolean isStorable(long second) {
        return second >= FIRST_SECOND && second < END;
    }

    private static long second(long millis) {
        return Math.floorDiv(millis, 1_000L);
    }

    /** A day of java.sql is that of the JVM's zone, and loses its era on its way to java.time. */
    private static boolean isOfCommonEra(java.sql.Date date) {
        GregorianCalendar calendar = new GregorianCalendar();
        calendar.setTime(date);
        return calendar.get(Calendar.ERA) == GregorianCalendar.AD && calendar.get(Calendar.YEAR) <= LAST;
    }
}
