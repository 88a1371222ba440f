package dev.unirow.migrate.exception;

import io.vertx.sqlclient.DatabaseException;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * In what words a database refused a statement.
 *
 * @param sentence its own, without what the driver puts around it
 * @param state SQLSTATE; null for most failures of SQLite
 * @param code the number of the error; 0 on PostgreSQL, which has none
 */
record DatabaseAnswer(String sentence, @Nullable String state, int code, boolean isOfSqlite) {
    private static final Pattern POSTGRES = Pattern.compile("^\\S+: (.*) \\(\\w{5}\\)$", Pattern.DOTALL);
    private static final Pattern MARIADB =
            Pattern.compile("^\\{errorMessage=(.*), errorCode=\\d+, sqlState='?\\w*'?}$", Pattern.DOTALL);
    private static final Pattern SQLITE = Pattern.compile("^\\[SQLITE_\\w+] [^(]*\\((.*)\\)$", Pattern.DOTALL);

    /** SQLite's codes have further ones above these bits. */
    private static final int PRIMARY = 0xff;

    static Optional<DatabaseAnswer> in(@Nullable Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable link = failure; link != null && seen.add(link); link = link.getCause()) {
            String message = String.valueOf(link.getMessage());
            Optional<DatabaseAnswer> answer = link instanceof DatabaseException server
                    ? ofServer(server, message)
                    : link instanceof SQLException embedded ? ofSqlite(embedded, message) : Optional.empty();
            if (answer.isPresent()) {
                return answer;
            }
        }
        return Optional.empty();
    }

    private static Optional<DatabaseAnswer> ofServer(DatabaseException server, String message) {
        return inner(POSTGRES, message)
                .or(() -> inner(MARIADB, message).map(DatabaseAnswer::unquoted))
                .map(said ->
                        new DatabaseAnswer(said, String.valueOf(server.getSqlState()), server.getErrorCode(), false));
    }

    private static Optional<DatabaseAnswer> ofSqlite(SQLException embedded, String message) {
        return inner(SQLITE, message)
                .map(said -> new DatabaseAnswer(said, embedded.getSQLState(), embedded.getErrorCode() & PRIMARY, true));
    }

    private static String unquoted(String said) {
        return said.length() > 1 && said.startsWith("'") && said.endsWith("'")
                ? said.substring(1, said.length() - 1)
                : said;
    }

    /** With SQLSTATE, where there is one, and without a full stop. */
    String withState() {
        return sentence.replaceAll("\\.$", "") + (state == null ? "" : " (SQLSTATE " + state + ")");
    }

    /** The class of its SQLSTATE; empty without one. */
    String family() {
        return state == null ? "" : state.substring(0, Math.min(2, state.length()));
    }

    private static Optional<String> inner(Pattern pattern, String message) {
        Matcher matcher = pattern.matcher(message);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
