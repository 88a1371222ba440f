package dev.unirow.sqlite.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.temporal.Temporal;
import java.util.regex.Pattern;

/** Dates and times as texts of this driver, and as values that java.time computes with. */
final class StoredTime {
    private static final int DATE_LENGTH = 10;

    /** After the minutes or seconds of a time. */
    private static final Pattern OFFSET = Pattern.compile("(:[0-9.]+) ?(Z|[+-][0-9]{2}(:?[0-9]{2})?)$");

    private static final Pattern ZEROS_OF_FRACTION = Pattern.compile("(\\.[0-9]*[1-9])0+$");

    private StoredTime() {}

    /** As a cast to a type without an offset ignores it. */
    static String withoutOffset(String text) {
        return OFFSET.matcher(text).replaceFirst("$1");
    }

    static String withShortFraction(String text) {
        return ZEROS_OF_FRACTION.matcher(text).replaceFirst("$1");
    }

    /** A LocalDate, a LocalTime, an OffsetTime or a LocalDateTime, by the form of the text. */
    static Temporal read(Object value) {
        String text = value.toString();
        try {
            if (!(value instanceof String)) {
                throw new DateTimeException("not a text");
            }
            if (text.length() > 2 && text.charAt(2) == ':') {
                return isWithOffset(text) ? OffsetTime.parse(text) : LocalTime.parse(text);
            }
            return text.length() == DATE_LENGTH ? LocalDate.parse(text) : StoredValues.parse(text, "a date or time");
        } catch (DateTimeException e) {
            throw StoredValues.unreadable(value, "a date or time");
        }
    }

    private static boolean isWithOffset(String text) {
        return text.endsWith("Z") || text.indexOf('+') > 0 || text.indexOf('-') > 0;
    }

    /**
     * A time by itself is one of the first of January 1970, as its offset has it if it has one; a date by itself is its
     * first moment.
     */
    static LocalDateTime dateTime(Temporal value) {
        if (value instanceof OffsetTime time) {
            return time.toLocalTime().atDate(LocalDate.EPOCH);
        }
        if (value instanceof LocalDate date) {
            return date.atStartOfDay();
        }
        return value instanceof LocalTime time ? time.atDate(LocalDate.EPOCH) : (LocalDateTime) value;
    }

    /** Those that have no offset are in UTC. */
    static LocalDateTime utc(Temporal value) {
        return value instanceof OffsetTime time
                ? dateTime(time).minusSeconds(time.getOffset().getTotalSeconds())
                : dateTime(value);
    }

    /** A time of day that keeps the offset of another one, if that has one. */
    static Temporal timeLike(Temporal model, LocalTime time) {
        return model instanceof OffsetTime offset ? time.atOffset(offset.getOffset()) : time;
    }

    static String text(Temporal value) {
        return BoundValues.text(value);
    }
}
