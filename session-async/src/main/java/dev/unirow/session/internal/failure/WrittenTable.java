package dev.unirow.session.internal.failure;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The only table that a statement writes to by itself, where its first words say so. */
record WrittenTable(Verb verb, String name) {
    /** How a row is written; {@code REPLACE} deletes what is in the way, too. */
    enum Verb {
        INSERT,
        REPLACE,
        UPDATE,
        DELETE
    }

    private static final String IDENTIFIER =
            "(?:\"((?:[^\"]|\"\")+)\"|`((?:[^`]|``)+)`|([\\p{L}_][\\p{L}\\p{N}_$]*+))(?!\\s*+[.\"`])";
    private static final String ALIAS = "(?:\\s+(?:as\\s+)?(?!set\\b|where\\b)[\\p{L}\\p{N}_\"`]+)?";

    private static final Pattern INSERT =
            pattern("(insert|replace|insert\\s+ignore|insert\\s+or\\s+\\w+)\\s+into\\s+" + IDENTIFIER);
    private static final Pattern UPDATE = pattern("(update)\\s+" + IDENTIFIER + ALIAS + "\\s+set\\b");
    private static final Pattern DELETE =
            // an alias in front is how Hibernate names the table on MariaDB
            pattern("(delete)(?:\\s+(?!from\\b)[\\p{L}\\p{N}_]+)?\\s+from\\s+" + IDENTIFIER + ALIAS
                    + "\\s*(?:$|where\\b|returning\\b)");

    private static Pattern pattern(String beginning) {
        return Pattern.compile("^\\s*" + beginning, Pattern.CASE_INSENSITIVE);
    }

    static Optional<WrittenTable> of(@Nullable String sql) {
        String statement = sql == null ? "" : sql;
        for (Pattern pattern : new Pattern[] {INSERT, UPDATE, DELETE}) {
            Matcher matcher = pattern.matcher(statement);
            if (matcher.find()) {
                return Optional.of(new WrittenTable(verb(matcher.group(1)), name(matcher)));
            }
        }
        return Optional.empty();
    }

    private static Verb verb(String words) {
        return switch (words.toLowerCase(Locale.ROOT)) {
            case "insert" -> Verb.INSERT;
            case "update" -> Verb.UPDATE;
            case "delete" -> Verb.DELETE;
            default -> Verb.REPLACE;
        };
    }

    private static String name(Matcher matcher) {
        if (matcher.group(2) != null) {
            return matcher.group(2).replace("\"\"", "\"");
        }
        return matcher.group(3) != null ? matcher.group(3).replace("``", "`") : matcher.group(4);
    }
}
