package dev.unirow.schema.internal.sqlite;

import java.util.Set;

/**
 * How texts become values of other types. Dates and times are texts, too, in the form that the driver gives them: the
 * seconds always, and a fraction of six digits where there is one.
 */
final class SqliteText {
    private static final int AFTER_MOMENT = 20;
    private static final int AFTER_TIME = 9;

    private SqliteText() {}

    static SqliteConversion to(String name, String type) {
        return switch (type) {
            case "boolean" ->
                new SqliteConversion(
                        "lower(%1$s) in (%2$s, %3$s)".formatted(name, TRUE, FALSE),
                        "case when lower(%1$s) in (%2$s) then 1 when lower(%1$s) in (%3$s) then 0 end"
                                .formatted(name, TRUE, FALSE),
                        "must be true or false");
            case "date" -> date(name);
            case "time" -> time(name);
            case "timestamp" -> moment(name);
            default -> number(name, type);
        };
    }

    private static final String TRUE = "'true', 't', 'yes', 'y', 'on', '1'";
    private static final String FALSE = "'false', 'f', 'no', 'n', 'off', '0'";

    /** Whether a date, a time or a moment says all of the other one. */
    static boolean isPartOf(String from, String to) {
        return Set.of("date to timestamp", "timestamp to date", "timestamp to time")
                .contains(from + " to " + to);
    }

    static SqliteConversion ofTime(String name, String from, String to) {
        if (to.equals("time")) {
            return time("substr(" + name + ", 12)");
        }
        return from.equals("date")
                ? new SqliteConversion(isDay(name) + " and length(" + name + ") = 10", name + " || ' 00:00:00'", DATE)
                : date(name);
    }

    private static final String DATE = "must be a date";

    private static SqliteConversion date(String name) {
        return new SqliteConversion(isDay(name), day(name), DATE);
    }

    private static String day(String name) {
        return "substr(" + name + ", 1, 10)";
    }

    /** Not the last of February and a day more, which SQLite takes for the first of March. */
    private static String isDay(String name) {
        return "date(" + day(name) + ", '+0 days') = " + day(name);
    }

    private static SqliteConversion moment(String name) {
        String seconds = "datetime(substr(" + name + ", 1, 19))";
        return new SqliteConversion(
                isDay(name) + " and " + seconds + " is not null and " + isFraction(name, AFTER_MOMENT),
                seconds + " || " + fraction(name, AFTER_MOMENT),
                "must be a date and a time");
    }

    private static SqliteConversion time(String name) {
        String seconds = "time(substr(" + name + ", 1, 8))";
        return new SqliteConversion(
                name + " glob '[0-2][0-9]:[0-5][0-9]*' and " + seconds + " is not null and "
                        + isFraction(name, AFTER_TIME),
                seconds + " || " + fraction(name, AFTER_TIME),
                "must be a time");
    }

    private static String isFraction(String name, int at) {
        return "(length(%1$s) < %2$d or (substr(%1$s, %2$d, 1) = '.' and substr(%1$s, %3$d) not glob '*[^0-9]*'))"
                .formatted(name, at, at + 1);
    }

    private static String fraction(String name, int at) {
        return "case when rtrim(substr(%1$s, %2$d), '.0') = '' then '' else substr(substr(%1$s, %2$d) || '000000', 1, 7) end"
                .formatted(name, at);
    }

    /** A text is compared with a number as the number that it is; what is none equals no number. */
    private static SqliteConversion number(String name, String type) {
        String cast = "cast(" + name + " as " + type + ")";
        return new SqliteConversion(
                cast + " = " + name, cast, type.equals("integer") ? "must be a whole number" : "must be a number");
    }
}
