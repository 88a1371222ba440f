package dev.unirow.session.internal.pinned;

import dev.unirow.session.internal.echo.StatementSummary;
import dev.unirow.session.internal.wire.ParameterStyle;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a database does with statements inside a transaction.
 *
 * @param abortsTransactions whether a statement that fails aborts its transaction up to a savepoint
 * @param commitsChangesOfTables whether a change of a table commits the transaction that it is sent in
 */
public record Habits(ParameterStyle parameters, boolean abortsTransactions, boolean commitsChangesOfTables) {
    private static final Pattern READS =
            Pattern.compile("(?i)\\s*(select|show|explain|values|savepoint|release|set)\\b");
    private static final Pattern TAKES_BACK = Pattern.compile("(?i)\\s*rollback\\s+(work\\s+|transaction\\s+)?to\\b");
    private static final Set<String> ENDS = Set.of("BEGIN", "START", "COMMIT", "END", "ROLLBACK", "ABORT");
    private static final Set<String> DEFINES = Set.of(
            "ALTER",
            "CREATE",
            "DROP",
            "RENAME",
            "TRUNCATE",
            "GRANT",
            "REVOKE",
            "ANALYZE",
            "OPTIMIZE",
            "LOCK",
            "UNLOCK");

    /**
     * Refuses what would end the transaction that everything is to be rolled back with.
     *
     * @throws UnsupportedOperationException if the statement would
     */
    void refuseToEnd(String sql) {
        if (takesBack(sql)) {
            return;
        }
        String operation = StatementSummary.of(sql, parameters).operation();
        String first = operation.contains(" ") ? operation.substring(0, operation.indexOf(' ')) : operation;
        if (ENDS.contains(first) || commitsChangesOfTables && DEFINES.contains(first)) {
            throw new UnsupportedOperationException(
                    "The statement '" + operation
                            + "' would end the transaction that is to be rolled back at the end. "
                            + (ENDS.contains(first)
                                    ? "Begin and end transactions by the methods of the session or connection."
                                    : "Send it to a database that is not opened with rollbackOnly(): in a test, one with isolation = COPY."));
        }
    }

    static boolean takesBack(String sql) {
        return TAKES_BACK.matcher(sql).lookingAt();
    }

    static boolean writes(String sql) {
        return !READS.matcher(sql).lookingAt() && !takesBack(sql);
    }
}
