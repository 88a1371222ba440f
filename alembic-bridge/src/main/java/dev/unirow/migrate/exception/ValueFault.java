package dev.unirow.migrate.exception;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a database has against a value, in our words: its own may quote it.
 *
 * @param reason the begin of a sentence
 * @param column as far as the database says it
 */
record ValueFault(
        String reason, @Nullable String table, @Nullable String column) {
    private static final String MISSING = "A required value is missing";
    private static final String UNFIT = "A value does not fit where it was to go";
    private static final String OTHER_TYPE = "A value is not of the type that is wanted";
    private static final String TOO_LONG = "A text is too long for where it was to go";
    private static final String OUT_OF_RANGE = "A number is out of the range of where it was to go";
    private static final String ZERO = "It divides by zero";

    /** How MariaDB says where a value was to go. */
    private static final Pattern COLUMN = Pattern.compile(
            " for column (?:'([^'`]*)'|(?:`[^`']*`\\.)?`([^`']*)`\\.`([^`']*)`) at row \\d+$|^Field '([^']*)' doesn't");

    private static final String NAME = "(?:`(?:[^`]|``)+`|\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*)";
    private static final Pattern TABLE = Pattern.compile(
            "^\\s*(?:alter\\s+(?:\\w+\\s+)?table|update|insert\\s+(?:\\w+\\s+)?into|replace\\s+into|delete\\s+from"
                    + "|create\\s+(?:unique\\s+)?index\\s+(?:concurrently\\s+|if\\s+not\\s+exists\\s+)*" + NAME
                    + "\\s+on)\\s+"
                    + "(?:if\\s+exists\\s+|only\\s+)*(?:" + NAME + "\\.)?(" + NAME + ")",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ALTERED = Pattern.compile(
            "\\b(?:modify|alter|change)\\s+(?!table\\b)(?:column\\s+)?(?:if\\s+exists\\s+)?(" + NAME + ")",
            Pattern.CASE_INSENSITIVE);

    private static final int SQLITE_TOO_BIG = 18;
    private static final int SQLITE_MISMATCH = 20;

    /** Empty where what is wrong is no value. */
    static Optional<ValueFault> of(DatabaseAnswer answer) {
        @Nullable String reason = answer.isOfSqlite() ? ofSqlite(answer.code()) : ofServer(answer);
        if (reason == null) {
            return Optional.empty();
        }
        Matcher place = COLUMN.matcher(answer.sentence());
        if (!place.find()) {
            return Optional.of(new ValueFault(reason, null, null));
        }
        @Nullable String plain = place.group(1) == null ? place.group(4) : place.group(1);
        return Optional.of(new ValueFault(reason, place.group(2), plain == null ? place.group(3) : plain));
    }

    private static @Nullable String ofSqlite(int code) {
        return switch (code) {
            case SQLITE_TOO_BIG -> UNFIT;
            case SQLITE_MISMATCH -> OTHER_TYPE;
            default -> null;
        };
    }

    private static @Nullable String ofServer(DatabaseAnswer answer) {
        return switch (answer.code()) {
            case 1138, 1364 -> MISSING;
            case 1265, 1526, 1591 -> UNFIT;
            case 1292, 1300, 1366, 1367, 1411, 1525 -> OTHER_TYPE;
            default ->
                switch (String.valueOf(answer.state())) {
                    case "22004" -> MISSING;
                    case "22001" -> TOO_LONG;
                    case "22003" -> OUT_OF_RANGE;
                    case "22012" -> ZERO;
                    case "22P02", "22007", "22018" -> OTHER_TYPE;
                    default -> answer.family().equals("22") ? UNFIT : null;
                };
        };
    }

    /** A sentence with all that is known of the place, without a full stop. */
    String sentence(String sql, @Nullable String state) {
        StringBuilder place = new StringBuilder();
        @Nullable String in = table == null ? table(sql) : table;
        if (in != null) {
            place.append(", table '").append(in).append('\'');
        }
        @Nullable String at = column == null ? only(ALTERED, sql) : column;
        if (at != null) {
            place.append(", column '").append(at).append('\'');
        }
        if (state != null) {
            place.append(", SQLSTATE ").append(state);
        }
        return reason + (place.isEmpty() ? "" : " (" + place.substring(2) + ")");
    }

    /** The table that a statement changes, where it is one whose first words say so. */
    static @Nullable String table(String sql) {
        Matcher matcher = TABLE.matcher(sql);
        return matcher.find() ? plain(matcher.group(1)) : null;
    }

    private static @Nullable String only(Pattern pattern, String sql) {
        Matcher matcher = pattern.matcher(sql);
        @Nullable String found = matcher.find() ? plain(matcher.group(1)) : null;
        return matcher.find() ? null : found;
    }

    private static String plain(String name) {
        char quote = name.charAt(0);
        return quote == '`' || quote == '"'
                ? name.substring(1, name.length() - 1).replace("" + quote + quote, "" + quote)
                : name;
    }
}
