package dev.unirow.sqlite.dialect;

import jakarta.persistence.TemporalType;
import java.util.Locale;
import org.hibernate.query.common.TemporalUnit;
import org.hibernate.query.sqm.CastType;
import org.jspecify.annotations.Nullable;

/**
 * HQL's computing with dates and times in SQLite's functions, https://www.sqlite.org/lang_datefunc.html. Null where
 * there is none.
 */
final class TimePatterns {
    private TimePatterns() {}

    static @Nullable String extract(TemporalUnit unit) {
        return switch (unit) {
            case SECOND -> "cast(strftime('%f',?2) as real)";
            case MINUTE -> integer("%M");
            case HOUR -> integer("%H");
            case DAY, DAY_OF_MONTH -> integer("%d");
            case MONTH -> integer("%m");
            case QUARTER -> "((" + integer("%m") + "+2)/3)";
            case YEAR -> integer("%Y");
            case DAY_OF_WEEK -> "(" + integer("%w") + "+1)";
            case DAY_OF_YEAR -> integer("%j");
            case EPOCH -> integer("%s");
            case DATE -> "date(?2)";
            case TIME -> "time(?2)";
            default -> null;
        };
    }

    private static String integer(String format) {
        return "cast(strftime('" + format + "',?2) as integer)";
    }

    /** SQLite itself would cast to a number, as far as the text is one. */
    static @Nullable String cast(CastType from, CastType to) {
        return switch (to) {
            case DATE -> "date(?1)";
            case TIME -> "time(?1)";
            case TIMESTAMP -> from == CastType.TIMESTAMP ? "?1" : "datetime(?1)";
            default -> null;
        };
    }

    static String add(TemporalUnit unit, TemporalType type) {
        String function = type == TemporalType.DATE ? "date(" : "datetime(";
        return switch (unit) {
            case NANOSECOND, NATIVE -> "strftime('%Y-%m-%d %H:%M:%f',?3,((?2)/1e9)||' seconds')";
            case QUARTER -> function + "?3,((?2)*3)||' months')";
            case WEEK -> function + "?3,((?2)*7)||' days')";
            default -> function + "?3,(?2)||' " + unit.name().toLowerCase(Locale.ROOT) + "s')";
        };
    }

    /** Whole units between two moments; SQLite counts fractions of a second in milliseconds. */
    static @Nullable String difference(TemporalUnit unit) {
        return switch (unit) {
            case NANOSECOND, NATIVE -> "cast(round((unixepoch(?3,'subsec')-unixepoch(?2,'subsec'))*1e9) as integer)";
            case SECOND -> "(unixepoch(?3)-unixepoch(?2))";
            case MINUTE -> "((unixepoch(?3)-unixepoch(?2))/60)";
            case HOUR -> "((unixepoch(?3)-unixepoch(?2))/3600)";
            case DAY -> "((unixepoch(?3)-unixepoch(?2))/86400)";
            case WEEK -> "((unixepoch(?3)-unixepoch(?2))/604800)";
            default -> null;
        };
    }
}
