package dev.unirow.sqlite.internal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAdjusters;

/** A date or time without all that is smaller than a unit; it stays a date, a time or both. */
final class TimeTruncation {
    private TimeTruncation() {}

    static String of(String unit, Object value) {
        Temporal read = StoredTime.read(value);
        LocalDateTime truncated = truncated(unit, StoredTime.dateTime(read));
        if (read instanceof LocalDate) {
            return StoredTime.text(truncated.toLocalDate());
        }
        return StoredTime.text(
                read instanceof LocalDateTime ? truncated : StoredTime.timeLike(read, truncated.toLocalTime()));
    }

    private static LocalDateTime truncated(String unit, LocalDateTime moment) {
        LocalDateTime day = moment.truncatedTo(ChronoUnit.DAYS);
        return switch (unit) {
            case "year" -> day.withDayOfYear(1);
            case "quarter" -> day.with(IsoFields.DAY_OF_QUARTER, 1);
            case "month" -> day.withDayOfMonth(1);
            case "week" -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case "day", "day_of_month" -> day;
            case "hour" -> moment.truncatedTo(ChronoUnit.HOURS);
            case "minute" -> moment.truncatedTo(ChronoUnit.MINUTES);
            case "second" -> moment.truncatedTo(ChronoUnit.SECONDS);
            default ->
                throw new IllegalArgumentException("A date or time cannot be truncated to '" + unit
                        + "'. Use year, quarter, month, week, day, hour, minute or second.");
        };
    }
}
