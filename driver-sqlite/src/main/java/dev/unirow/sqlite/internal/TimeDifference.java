package dev.unirow.sqlite.internal;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;

/** How many units lie between two dates or times. */
final class TimeDifference {
    private TimeDifference() {}

    /** Whole units, negative if the end is before the start; of seconds, as {@code exact second}, also their part. */
    static Number of(String unit, Object start, Object end) {
        LocalDateTime from = StoredTime.utc(StoredTime.read(start));
        LocalDateTime to = StoredTime.utc(StoredTime.read(end));
        return switch (unit) {
            case "year" -> months(from, to) / 12;
            case "quarter" -> months(from, to) / 3;
            case "month" -> months(from, to);
            case "week" -> seconds(from, to) / 604_800;
            case "day" -> seconds(from, to) / 86_400;
            case "hour" -> seconds(from, to) / 3_600;
            case "minute" -> seconds(from, to) / 60;
            case "second" -> seconds(from, to);
            case "exact second" -> exactSeconds(from, to);
            case "nanosecond" -> nanos(from, to);
            default -> throw new IllegalArgumentException("A duration cannot be counted in '" + unit + "'.");
        };
    }

    /** A month is over at the same day and time of a later one, as PostgreSQL's age counts. */
    private static long months(LocalDateTime from, LocalDateTime to) {
        if (to.isBefore(from)) {
            return -months(to, from);
        }
        long months = (to.getYear() - from.getYear()) * 12L + to.getMonthValue() - from.getMonthValue();
        int days = Integer.compare(to.getDayOfMonth(), from.getDayOfMonth());
        boolean over = days > 0 || (days == 0 && !to.toLocalTime().isBefore(from.toLocalTime()));
        return over ? months : months - 1;
    }

    private static long seconds(LocalDateTime from, LocalDateTime to) {
        return to.isBefore(from)
                ? -Duration.between(to, from).toSeconds()
                : Duration.between(from, to).toSeconds();
    }

    private static double exactSeconds(LocalDateTime from, LocalDateTime to) {
        Duration duration = Duration.between(from, to);
        return BigDecimal.valueOf(duration.getSeconds())
                .add(BigDecimal.valueOf(duration.getNano(), 9))
                .doubleValue();
    }

    private static long nanos(LocalDateTime from, LocalDateTime to) {
        try {
            return Duration.between(from, to).toNanos();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "SQLite's integers hold durations of up to 292 years. Ask for the difference 'by second' or in larger"
                            + " units.",
                    e);
        }
    }
}
