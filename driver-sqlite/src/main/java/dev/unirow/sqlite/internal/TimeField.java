package dev.unirow.sqlite.internal;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;

/** One field of a date or time. */
final class TimeField {
    private TimeField() {}

    static Number of(String unit, Object value) {
        LocalDateTime moment = StoredTime.dateTime(StoredTime.read(value));
        return switch (unit) {
            case "year" -> moment.getYear();
            case "quarter" -> moment.get(IsoFields.QUARTER_OF_YEAR);
            case "month" -> moment.getMonthValue();
            case "week" -> moment.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            case "day", "day_of_month" -> moment.getDayOfMonth();
            case "day_of_year" -> moment.getDayOfYear();
            case "day_of_week" -> dayOfWeek(moment);
            case "week_of_month" -> week(moment.getDayOfMonth(), dayOfWeek(moment));
            case "week_of_year" -> week(moment.getDayOfYear(), dayOfWeek(moment));
            case "hour" -> moment.getHour();
            case "minute" -> moment.getMinute();
            case "second" -> BigDecimal.valueOf(nanoOfMinute(moment), 9).doubleValue();
            case "nanosecond" -> nanoOfMinute(moment);
            case "epoch" -> epoch(moment);
            default -> throw new IllegalArgumentException("A date or time has no field '" + unit + "'.");
        };
    }

    private static long nanoOfMinute(LocalDateTime moment) {
        return moment.getSecond() * 1_000_000_000L + moment.getNano();
    }

    private static int dayOfWeek(LocalDateTime moment) {
        return moment.getDayOfWeek().getValue() % 7 + 1;
    }

    /** Of weeks that start on Sunday; the first day is in the first. */
    private static int week(int day, int dayOfWeek) {
        return (day - dayOfWeek + 13) / 7;
    }

    /** Before 1970, too, without the part of a second. */
    private static long epoch(LocalDateTime moment) {
        long seconds = moment.toEpochSecond(ZoneOffset.UTC);
        return seconds < 0 && moment.get(ChronoField.NANO_OF_SECOND) > 0 ? seconds + 1 : seconds;
    }
}
