package dev.unirow.schema.internal.sqlite;

import dev.unirow.schema.Column;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.internal.sql.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a column become those of another type. SQLite takes any value into any column and compares it as
 * what it is, so that no condition finds one that was only copied.
 *
 * @param condition what holds for each value that can be converted; null for all
 * @param value an expression for the value in its new form, null for null
 * @param rule the condition in words, behind the name of the column
 */
record SqliteConversion(@Nullable String condition, String value, String rule) {
    private static final Set<String> NUMBERS = Set.of("integer", "real", "numeric");
    private static final Set<String> TIMES = Set.of("date", "time", "timestamp");

    /**
     * Null where values can be copied as they are, and where nothing is known of one of the types.
     *
     * @param name the column, quoted
     */
    static @Nullable SqliteConversion of(String name, Column before, Column after) {
        TypeName from = TypeName.of(DatabaseKind.SQLITE, before.type());
        TypeName to = TypeName.of(DatabaseKind.SQLITE, after.type());
        if (from.matches(to) || !isKnown(from.base()) || !isKnown(to.base())) {
            return null;
        }
        SqliteConversion converted =
                from.base().equals(to.base()) ? new SqliteConversion(null, name, "") : of(name, from.base(), to.base());
        SqliteConversion limited = from.fitsInto(to) ? converted : converted.limited(name, from.base(), to);
        return limited.condition == null && limited.value.equals(name) ? null : limited;
    }

    private static boolean isKnown(String base) {
        return NUMBERS.contains(base) || TIMES.contains(base) || base.equals("varchar") || base.equals("boolean");
    }

    private static boolean isNumber(String base) {
        return NUMBERS.contains(base) || base.equals("boolean");
    }

    private static SqliteConversion of(String name, String from, String to) {
        boolean same = to.equals("varchar") || (isNumber(from) && isNumber(to));
        return switch (from) {
            case "boolean" ->
                to.equals("varchar")
                        ? new SqliteConversion(
                                name + " in (0, 1)",
                                "case " + name + " when 1 then 'true' when 0 then 'false' end",
                                "must be 0 or 1")
                        : same ? new SqliteConversion(null, name, "") : impossible(from, to);
            case "varchar" -> SqliteText.to(name, to);
            case "date", "time", "timestamp" ->
                same
                        ? new SqliteConversion(null, name, "")
                        : SqliteText.isPartOf(from, to) ? SqliteText.ofTime(name, from, to) : impossible(from, to);
            default ->
                switch (to) {
                    case "boolean" -> new SqliteConversion(null, name + " <> 0", "");
                    case "integer" ->
                        new SqliteConversion(
                                name + " between -9223372036854775808 and 9223372036854775807",
                                "case typeof(%1$s) when 'integer' then %1$s else cast(round(%1$s) as integer) end"
                                        .formatted(name),
                                "must be a number of 64 bits");
                    default -> same ? new SqliteConversion(null, name, "") : impossible(from, to);
                };
        };
    }

    private static SqliteConversion impossible(String from, String to) {
        return new SqliteConversion("false", "null", "must be null to become " + to);
    }

    private SqliteConversion limited(String name, String from, TypeName to) {
        List<Long> limits = to.arguments();
        if (to.base().equals("varchar") && limits.size() == 1 && limits.get(0) < longest(from)) {
            return and(
                    "length(" + value + ") <= " + limits.get(0),
                    value,
                    "must have at most " + limits.get(0) + " characters");
        }
        if (to.base().equals("numeric") && limits.size() == 2 && !"null".equals(value)) {
            long whole = limits.get(0) - limits.get(1);
            String rounded = from.equals("integer") || from.equals("boolean")
                    ? value
                    : "case typeof(%1$s) when 'integer' then %1$s else round(%1$s, %2$d) end"
                            .formatted(value, limits.get(1));
            return and(
                    "abs(" + value + ") < 1e" + whole,
                    rounded,
                    "must be a number with at most " + whole + " digits before the point");
        }
        return this;
    }

    /** How many characters a value has at most as a text. */
    private static long longest(String from) {
        return switch (from) {
            case "varchar" -> Long.MAX_VALUE;
            case "integer" -> 20;
            case "boolean" -> 5;
            default -> 29;
        };
    }

    private SqliteConversion and(String further, String converted, String words) {
        List<String> conditions = new ArrayList<>();
        if (condition != null) {
            conditions.add(condition);
        }
        conditions.add(further);
        return new SqliteConversion(String.join(" and ", conditions), converted, words);
    }
}
