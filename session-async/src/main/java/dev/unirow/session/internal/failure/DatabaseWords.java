package dev.unirow.session.internal.failure;

import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.sqlclient.DatabaseException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.JDBCException;
import org.jspecify.annotations.Nullable;

/**
 * What a message may repeat of the words in which a database refused a statement: those about its text, and none that
 * could be a value that was bound to it. The driver's exception, which is kept as the cause, has all of them.
 */
final class DatabaseWords {
    private static final Pattern POSTGRES = Pattern.compile("^[A-Z]+: (.*?) \\(\\w{5}\\)", Pattern.DOTALL);
    private static final Pattern MARIADB =
            Pattern.compile("^\\{errorMessage='?(.*?)'?, errorCode=\\d+, sqlState='?\\w*'?}$", Pattern.DOTALL);
    private static final Pattern SQLITE = Pattern.compile("^\\[SQLITE_ERROR] [^(]*\\((.*)\\)$", Pattern.DOTALL);

    /** MariaDB puts the database's name before that of a table. */
    private static final Pattern QUALIFIED = Pattern.compile("'\\w+\\.(\\w+)'");

    private static final Pattern QUOTED = Pattern.compile("'([^']*)'|\"([^\"]*)\"|`([^`]*)`");
    /**
     * MariaDB's and PostgreSQL's word for where a statement is wrong: what stands there, with any quotes of its own.
     */
    private static final Pattern NEAR = Pattern.compile(" near (?:'(.*)' at line \\d+|\"(.*)\")$", Pattern.DOTALL);

    private static final Pattern BEHIND_COLON = Pattern.compile(": (.*)$", Pattern.DOTALL);
    private static final Pattern COLUMN =
            Pattern.compile(" for column (?:'([^'`]*)'|`[^`']*`\\.`[^`']*`\\.`([^`']*)`) at row \\d+$");

    private static final Map<String, String> BY_STATE = Map.of(
            "22001", "a text is too long",
            "22003", "a number is out of range",
            "22012", "it divides by zero",
            "22P02", "a value is no value of the type that is wanted",
            "22007", "a value is no value of the type that is wanted",
            "22018", "a value is no value of the type that is wanted",
            "57014", "it was ended before it was done",
            "70100", "it was ended before it was done");

    /** Without a privilege, or by a setting of the server: these name tables, privileges and options. */
    private static final Set<Integer> MARIADB_REFUSALS = Set.of(1044, 1142, 1143, 1227, 1290, 1370);

    private static final Pattern MARIADB_USER = Pattern.compile(" (?:to|for) user '.*?'@'.*?'");

    private DatabaseWords() {}

    /**
     * Why the statement failed, as a part of a sentence; empty where only the cause may tell.
     *
     * @param shown a statement without the literals that may be private
     */
    static Optional<String> of(CauseChain chain, UnaryOperator<String> shown) {
        Throwable root = chain.root();
        String sql = chain.first(JDBCException.class)
                .map(JDBCException::getSQL)
                .map(shown)
                .orElse(null);
        String message = String.valueOf(root.getMessage());
        if (root instanceof NoStackTraceThrowable) {
            return message.startsWith("Parameter at ") || message.contains(" can not be coerced ")
                    ? Optional.of("a parameter is of a type that the database does not take in its place")
                    : Optional.empty();
        }
        if (root instanceof DatabaseException answered) {
            String said =
                    first(POSTGRES, message).or(() -> first(MARIADB, message)).orElse("");
            if (MARIADB_REFUSALS.contains(answered.getErrorCode())
                    && MARIADB.matcher(message).find()) {
                return Optional.of(MARIADB_USER.matcher(said).replaceAll(""));
            }
            String unqualified = QUALIFIED.matcher(said).replaceAll("'$1'");
            return about(String.valueOf(answered.getSqlState()), unqualified, sql, false);
        }
        if (root.getClass().getName().startsWith("dev.unirow.")) {
            return Optional.of(message.replaceAll("\\.$", "")); // a sentence of ours
        }
        return root instanceof SQLException refused ? ofSqlite(refused, message, sql) : Optional.empty();
    }

    private static Optional<String> about(String state, String said, @Nullable String sql, boolean colonQuotes) {
        boolean ofText = state.startsWith("42") || state.startsWith("0A") || state.startsWith("3");
        if (ofText && !said.isEmpty() && sql != null && isOf(said, sql, colonQuotes)) {
            return Optional.of(said.replaceAll("\\.$", ""));
        }
        String reason =
                BY_STATE.getOrDefault(state, state.startsWith("22") ? "a value does not fit where it was to go" : null);
        return Optional.ofNullable(reason).map(told -> told + column(said));
    }

    private static Optional<String> ofSqlite(SQLException refused, String message, @Nullable String sql) {
        return switch (refused.getErrorCode() & 0xff) {
            case 1 -> about("42000", first(SQLITE, message).orElse(""), sql, true);
            case 9 -> Optional.of("it was ended before it was done");
            case 18, 20 -> Optional.of("a value does not fit where it was to go");
            default -> Optional.empty();
        };
    }

    /** Whether all that the words quote is in the statement as it may be shown, which holds no bound value. */
    private static boolean isOf(String said, String sql, boolean colonQuotes) {
        String text = sql.toLowerCase(Locale.ROOT);
        Matcher near = NEAR.matcher(said);
        if (near.find()) {
            String there = near.group(1) == null ? near.group(2) : near.group(1);
            return text.contains(there.toLowerCase(Locale.ROOT));
        }
        Matcher quoted = QUOTED.matcher(said);
        while (quoted.find()) {
            if (!text.contains(
                    quoted.group().substring(1, quoted.group().length() - 1).toLowerCase(Locale.ROOT))) {
                return false;
            }
        }
        String rest = colonQuotes ? first(BEHIND_COLON, said).orElse("") : "";
        return text.contains(rest.toLowerCase(Locale.ROOT)) || rest.equals("syntax error");
    }

    /** MariaDB ends its sentence with it. */
    private static String column(String said) {
        Matcher matcher = COLUMN.matcher(said);
        if (!matcher.find()) {
            return "";
        }
        return " (column '" + (matcher.group(1) == null ? matcher.group(2) : matcher.group(1)) + "')";
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
