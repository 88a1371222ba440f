package dev.unirow.sqlite.tests;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Expressions of HQL over moments, of every kind that SQLite and PostgreSQL can agree about. */
final class RandomTimeExpressions {
    /** What is not made here, and why not; {@code TimeArithmeticContract} says what comes of it on SQLite. */
    static final Map<String, String> LEFT_OUT = Map.ofEntries(
            Map.entry("datetime + column of durations", "PostgreSQL gets its nanoseconds as seconds from Hibernate"),
            Map.entry(
                    "fractions of a LocalTime or OffsetTime",
                    "PostgreSQL gets none from Hibernate, and casts to time(0)"),
            Map.entry("more than six digits of a second", "PostgreSQL's microseconds"),
            Map.entry("differences by nanosecond beyond 292 years", "they overflow on PostgreSQL, SQLite refuses them"),
            Map.entry(
                    "months of datetimes as Hibernate asks PostgreSQL", "0 there; here they are taken from its age()"),
            Map.entry("offsets in formats", "PostgreSQL writes +00 for +00:00, and -0-5:-30 for -05:30"),
            Map.entry("formats with S, SS, yyy, ee", "PostgreSQL writes other digits than Java"),
            Map.entry("times of a date, truncated times", "PostgreSQL has neither"),
            Map.entry("several durations added to offsets in a column", "Hibernate fails with a ClassCastException"),
            Map.entry("dates 68 years apart, by second", "PostgreSQL's integers overflow"),
            Map.entry(
                    "results from 5 to 14 October 1582",
                    "java.sql.Timestamp, as Hibernate reads PostgreSQL's, lacks them"),
            Map.entry("years below 0 and above 9999", "SQLite refuses them"));

    private static final List<String> UNITS =
            List.of("second", "minute", "hour", "day", "week", "month", "quarter", "year");
    private static final List<String> CLOCK_UNITS = List.of("second", "minute", "hour");
    private static final List<String> FRACTIONAL_UNITS = List.of("minute", "hour", "day", "month");
    private static final List<String> DATE_FIELDS = List.of(
            "year",
            "quarter",
            "month",
            "week",
            "day",
            "day of month",
            "day of week",
            "day of year",
            "week of month",
            "week of year",
            "epoch");
    private static final List<String> CLOCK_FIELDS = List.of("hour", "minute", "second", "nanosecond");
    private static final List<String> FORMATS = List.of(
            "yyyy", "yy", "y", "MMMM", "MMM", "MM", "M", "dd", "d", "DDD", "D", "EEEE", "EEE", "e", "HH", "H", "hh",
            "h", "a", "mm", "m", "ss", "s", "SSS", "SSSSSS", "YYYY", "ww", "w", "W", "G");
    private static final List<String> SEPARATORS = List.of(" ", "-", "/", ":", ".", ", ", "''T''", " ''of'' ");

    private final Random random;
    private final MomentBand band;

    RandomTimeExpressions(Random random, MomentBand band) {
        this.random = random;
        this.band = band;
    }

    List<TimeExpression> make(int count) {
        return IntStream.range(0, count).mapToObj(i -> next()).toList();
    }

    private TimeExpression next() {
        return switch (random.nextInt(14)) {
            case 0, 1, 2 -> TimeExpression.of("add, subtract", sum(any("ts", "d", "at", "odt", "kept")));
            case 3 -> TimeExpression.of("add to a time", clockSum(any("t", "ot")));
            case 4 -> TimeExpression.of("add a part of a unit", partialSum());
            case 5, 6 -> difference();
            case 7 -> months();
            case 8, 9 -> extract();
            case 10 -> truncate();
            case 11 -> format();
            case 12 -> cast();
            default -> duration();
        };
    }

    private String sum(String attribute) {
        StringBuilder sum = new StringBuilder("e." + attribute);
        int terms = attribute.equals("kept") ? 1 : 1 + random.nextInt(3);
        for (int i = 0; i < terms; i++) {
            sum.append(band.sign(random)).append(random.nextInt(40)).append(' ').append(any(UNITS));
        }
        return sum.toString();
    }

    private String clockSum(String attribute) {
        return "e." + attribute + any(" + ", " - ") + random.nextInt(100_000) + " " + any(CLOCK_UNITS);
    }

    private String partialSum() {
        String attribute = any("ts", "d", "at");
        String count = band.isMiddle() && random.nextBoolean() ? "e.x " : any("0.25 ", "1.5 ", "2.75 ");
        return "e." + attribute + band.sign(random) + count + any(FRACTIONAL_UNITS);
    }

    private String pair() {
        String pair = any("e.ts - e.ts2", "e.ts2 - e.ts", "e.d - e.d2", "e.d2 - e.d", "e.at - e.at2", "e.d - e.ts2");
        return random.nextInt(4) == 0 ? sum("ts") + " - e.ts" : pair;
    }

    private TimeExpression difference() {
        if (random.nextInt(4) == 0) {
            return TimeExpression.of("difference of times", any("e.t - e.t2", "(e.t2 - e.t) by " + any(CLOCK_UNITS)));
        }
        String unit = any("nanosecond", "second", "minute", "hour", "day", "week");
        return TimeExpression.of(
                "difference",
                switch (random.nextInt(6)) {
                    case 0 -> any("e.ts2 - e.ts", "e.d - e.d2", "e.at - e.at2", "e.kept - e.odt");
                    case 1 -> "timestampdiff(second, e.ts, e.ts2)";
                    case 2 -> "e.ts" + band.sign(random) + "(e.d - e.d)";
                    case 3 -> "(e.kept - e.odt) by " + unit;
                    default -> "(" + pair() + ") by " + any("second", "minute", "hour", "day", "week");
                });
    }

    private TimeExpression months() {
        String unit = any("month", "quarter", "year");
        String end = random.nextInt(3) == 0 ? sum(any("ts", "d")) : any("e.ts", "e.ts2", "e.d", "e.d2");
        String start = any("e.ts", "e.ts2", "e.d", "e.d2");
        String age = "sql('(extract(year from age(?,?))*12+extract(month from age(?,?)))', " + end + ", " + start + ", "
                + end + ", " + start + ")";
        int size = unit.equals("month") ? 1 : unit.equals("quarter") ? 3 : 12;
        return new TimeExpression(
                "difference in months, quarters, years",
                "(" + end + " - " + start + ") by " + unit,
                "cast(sql('trunc(?/" + size + ")', " + age + ") as Long)");
    }

    private TimeExpression extract() {
        return TimeExpression.of(
                "extract",
                switch (random.nextInt(5)) {
                    case 0 -> "extract(" + any(DATE_FIELDS) + " from " + sum("d") + ")";
                    case 1 -> "extract(" + any(CLOCK_FIELDS) + " from e." + any("t", "ot") + ")";
                    case 2 -> "extract(" + any("date", "hour", "year") + " from e." + any("ts", "at") + ")";
                    case 3 -> "extract(" + any(CLOCK_FIELDS) + " from e." + any("ts", "at", "odt", "kept") + ")";
                    default -> "extract(" + any(DATE_FIELDS) + " from e." + any("ts", "at", "odt", "kept") + ")";
                });
    }

    private TimeExpression truncate() {
        String function = any("trunc", "truncate");
        return TimeExpression.of(
                "truncate",
                random.nextInt(4) == 0
                        ? function + "(e.d, " + any("year", "quarter", "month", "week", "day") + ")"
                        : function + "(" + sum(any("ts", "at", "odt")) + ", " + any(UNITS) + ")");
    }

    private TimeExpression format() {
        String pattern = IntStream.rangeClosed(0, random.nextInt(5))
                .mapToObj(i -> any(FORMATS) + (i == 4 ? "" : any(SEPARATORS)))
                .collect(Collectors.joining());
        return TimeExpression.of(
                "format", "format(e." + any("ts", "d", "at", "odt", "kept") + " as '" + pattern + "')");
    }

    private TimeExpression cast() {
        return TimeExpression.of(
                "cast",
                switch (random.nextInt(8)) {
                    case 0 -> "cast(e.text as " + any("LocalDate", "LocalDateTime", "Instant") + ")";
                    case 1 -> "cast('" + literal() + "' as " + any("LocalDate", "LocalDateTime", "Instant") + ")";
                    case 2 -> "cast(e." + any("ts", "d", "at", "odt") + " as String)";
                    case 3 -> "cast(e." + any("ts", "at", "odt") + " as LocalDate)";
                    case 4 -> "cast(e." + any("d", "at") + " as LocalDateTime)";
                    case 5 -> "cast(trunc(e.ts, second) as LocalTime)";
                    case 6 -> "cast(e." + any("ts", "odt", "d") + " as Instant)";
                    default -> "cast(cast(" + sum("ts") + " as String) as LocalDateTime)";
                });
    }

    private String literal() {
        return String.format(
                "%s%s%02d:%02d:%02d.%s%s",
                MomentBand.date(random, band),
                any(" ", "T"),
                random.nextInt(24),
                random.nextInt(60),
                random.nextInt(60),
                1 + random.nextInt(999_999),
                any("", "Z", "+02:00", "-05:30"));
    }

    private TimeExpression duration() {
        String unit = any("second", "minute", "hour", "day", "week");
        return TimeExpression.of(
                "duration",
                switch (random.nextInt(5)) {
                    case 0 ->
                        "(" + random.nextInt(2_000) + " " + unit + ") by " + any("second", "minute", "hour", "day");
                    case 1 -> "e.length by " + any("nanosecond", "second", "minute", "hour", "day", "week");
                    case 2 -> "e.length + " + random.nextInt(50) + " " + unit;
                    case 3 -> "(e.n month) by " + any("month", "quarter", "year");
                    default -> band.isMiddle() ? "e.ts + e.n * " + random.nextInt(9) + " " + unit : "e.n " + unit;
                });
    }

    private String any(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String any(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
