package dev.unirow.sqlite.internal;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalField;
import java.time.temporal.WeekFields;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Dates and times by patterns of {@link DateTimeFormatter}, in English, with the weeks of ISO 8601. */
public final class TimeFormats {
    private static final int KEPT = 64;
    private static final int MOST_DIGITS = 10;

    private final Map<String, DateTimeFormatter> formatters = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, DateTimeFormatter> eldest) {
            return size() > KEPT;
        }
    };

    /** @param offset in seconds; a value in UTC is written as it is called there */
    String format(Object value, String pattern, long offset) {
        return formatters
                .computeIfAbsent(pattern, TimeFormats::formatter)
                .format(at(StoredTime.read(value), ZoneOffset.ofTotalSeconds(Math.toIntExact(offset))));
    }

    private static OffsetDateTime at(Temporal value, ZoneOffset there) {
        return value instanceof OffsetTime time && !time.getOffset().equals(ZoneOffset.UTC)
                ? time.atDate(LocalDate.EPOCH)
                : StoredTime.dateTime(value).atOffset(ZoneOffset.UTC).withOffsetSameInstant(there);
    }

    /** Fails for a pattern that does not exist. */
    public static DateTimeFormatter formatter(String pattern) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder();
        int start = 0;
        while (start < pattern.length()) {
            int end = end(pattern, start);
            append(builder, pattern.substring(start, end));
            start = end;
        }
        return builder.toFormatter(Locale.ENGLISH);
    }

    /** Of a run of one letter, of a quoted text, or of one other character. */
    private static int end(String pattern, int start) {
        char first = pattern.charAt(start);
        if (first == '\'') {
            return endOfQuoted(pattern, start);
        }
        int end = start + 1;
        while (Character.isLetter(first) && end < pattern.length() && pattern.charAt(end) == first) {
            end++;
        }
        return end;
    }

    /** Two quotes within it are one of its own. */
    private static int endOfQuoted(String pattern, int start) {
        int close = pattern.indexOf('\'', start + 1);
        while (close > start + 1 && pattern.startsWith("''", close)) {
            close = pattern.indexOf('\'', close + 2);
        }
        return close < 0 ? pattern.length() : close + 1;
    }

    private static void append(DateTimeFormatterBuilder builder, String part) {
        switch (part.charAt(0)) {
            case 'e' -> number(builder, WeekFields.ISO.dayOfWeek(), part.length());
            case 'w' -> number(builder, WeekFields.ISO.weekOfWeekBasedYear(), part.length());
            case 'W' -> number(builder, ChronoField.ALIGNED_WEEK_OF_MONTH, part.length());
            case 'Y' -> {
                if (part.length() == 2) {
                    builder.appendValueReduced(WeekFields.ISO.weekBasedYear(), 2, 2, 2000);
                } else {
                    number(builder, WeekFields.ISO.weekBasedYear(), part.length());
                }
            }
            case 'z' -> builder.appendOffset("+HH:MM", "+00:00");
            default -> builder.appendPattern(part);
        }
    }

    private static void number(DateTimeFormatterBuilder builder, TemporalField field, int digits) {
        builder.appendValue(field, digits, MOST_DIGITS, SignStyle.NORMAL);
    }
}
