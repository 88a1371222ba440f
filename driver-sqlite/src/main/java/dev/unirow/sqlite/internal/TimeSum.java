package dev.unirow.sqlite.internal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.temporal.Temporal;

/** A date or time moved by a number of units, as PostgreSQL adds an interval. */
final class TimeSum {
    private static final BigInteger NANOS_OF_SECOND = BigInteger.valueOf(1_000_000_000);
    private static final BigDecimal NANOS_OF_DAY = BigDecimal.valueOf(86_400_000_000_000L);
    private static final BigDecimal DAYS_OF_MONTH = BigDecimal.valueOf(30);

    private TimeSum() {}

    /** Of the type date, time or timestamp; months end at the last day of a shorter month. */
    static String of(String type, String unit, Object count, Object value) {
        Temporal start = StoredTime.read(value);
        LocalDateTime sum = sum(unit, number(count), StoredTime.dateTime(start));
        Temporal typed = switch (type) {
            case "date" -> sum.toLocalDate();
            case "time" -> StoredTime.timeLike(start, sum.toLocalTime());
            default -> sum;
        };
        return StoredTime.text(typed);
    }

    private static BigDecimal number(Object count) {
        return count instanceof Double real ? BigDecimal.valueOf(real) : new BigDecimal(count.toString());
    }

    private static LocalDateTime sum(String unit, BigDecimal count, LocalDateTime start) {
        return switch (unit) {
            case "year" -> plusMonths(start, count.multiply(BigDecimal.valueOf(12)));
            case "quarter" -> plusMonths(start, count.multiply(BigDecimal.valueOf(3)));
            case "month" -> plusMonths(start, count);
            case "week" -> plusNanos(start, count.multiply(NANOS_OF_DAY).multiply(BigDecimal.valueOf(7)));
            case "day" -> plusNanos(start, count.multiply(NANOS_OF_DAY));
            case "hour" -> plusNanos(start, count.multiply(BigDecimal.valueOf(3_600_000_000_000L)));
            case "minute" -> plusNanos(start, count.multiply(BigDecimal.valueOf(60_000_000_000L)));
            case "second" -> plusNanos(start, count.multiply(BigDecimal.valueOf(1_000_000_000)));
            case "nanosecond" -> plusNanos(start, count);
            default -> throw new IllegalArgumentException("A duration cannot be counted in '" + unit + "'.");
        };
    }

    /** A part of a month is one of thirty days. */
    private static LocalDateTime plusMonths(LocalDateTime start, BigDecimal months) {
        BigDecimal whole = months.setScale(0, RoundingMode.DOWN);
        BigDecimal rest = months.subtract(whole).multiply(DAYS_OF_MONTH).multiply(NANOS_OF_DAY);
        return plusNanos(start.plusMonths(whole.longValueExact()), rest);
    }

    private static LocalDateTime plusNanos(LocalDateTime start, BigDecimal nanos) {
        BigInteger[] parts =
                nanos.setScale(0, RoundingMode.HALF_EVEN).toBigIntegerExact().divideAndRemainder(NANOS_OF_SECOND);
        return start.plusSeconds(parts[0].longValueExact()).plusNanos(parts[1].longValueExact());
    }
}
