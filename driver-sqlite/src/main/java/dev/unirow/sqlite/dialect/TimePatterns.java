package dev.unirow.sqlite.dialect;

import dev.unirow.sqlite.internal.TimeFormats;
import dev.unirow.sqlite.internal.TimeFunctions;
import jakarta.persistence.TemporalType;
import java.util.Locale;
import org.hibernate.query.SemanticException;
import org.hibernate.query.common.TemporalUnit;
import org.hibernate.query.sqm.CastType;
import org.jspecify.annotations.Nullable;

/** HQL's computing with dates and times, in the functions that each connection has for it. */
final class TimePatterns {
    private TimePatterns() {}

    static String extract(TemporalUnit unit) {
        return TimeFunctions.EXTRACT + "('" + name(unit) + "',?2)";
    }

    /** Null where SQLite's own cast will do. It would cast to a number here, as far as the text is one. */
    static @Nullable String cast(CastType to) {
        return switch (to) {
            case DATE -> TimeFunctions.DATE + "(?1)";
            case TIME -> TimeFunctions.TIME + "(?1)";
            case TIMESTAMP, OFFSET_TIMESTAMP, ZONE_TIMESTAMP -> TimeFunctions.TIMESTAMP + "(?1)";
            default -> null;
        };
    }

    static String add(TemporalUnit unit, TemporalType type) {
        return TimeFunctions.ADD + "('" + name(type) + "','" + name(unit) + "',?2,?3)";
    }

    /** Whole units between two moments. */
    static String difference(TemporalUnit unit) {
        return difference(name(unit));
    }

    static String exactSeconds() {
        return difference("exact second");
    }

    private static String difference(String unit) {
        return TimeFunctions.DIFFERENCE + "('" + unit + "',?2,?3)";
    }

    static String truncate(TemporalUnit unit) {
        return TimeFunctions.TRUNCATE + "('" + name(unit) + "',?1)";
    }

    /** The pattern itself, as it stands between two quotes. */
    static String format(String pattern) {
        try {
            var unused = TimeFormats.formatter(pattern);
        } catch (IllegalArgumentException e) {
            throw new SemanticException(
                    "format() does not know the pattern '" + pattern + "' of dates and times: " + e.getMessage()
                            + ". Use the letters of java.time's DateTimeFormatter, and other text in single quotes.",
                    e);
        }
        return pattern.replace("'", "''");
    }

    /** SQLite's finest unit is the nanosecond, as Java's is. */
    private static String name(TemporalUnit unit) {
        return unit == TemporalUnit.NATIVE ? "nanosecond" : unit.name().toLowerCase(Locale.ROOT);
    }

    private static String name(TemporalType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
