package dev.unirow.migrate.internal.script;

import dev.unirow.schema.DatabaseKind;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What MariaDB does not run in a transaction: https://mariadb.com/kb/en/sql-statements-that-cause-an-implicit-commit/.
 * Whatever is not known to stay inside one is taken for a statement that ends it.
 */
public final class ImplicitCommit {
    private static final Set<String> INSIDE =
            Set.of("insert", "update", "delete", "replace", "select", "with", "set", "do", "values", "(");
    /** What is to be made is there, or what is to be dropped is not. */
    private static final Set<Integer> ALREADY =
            Set.of(1007, 1008, 1050, 1051, 1060, 1061, 1068, 1091, 1304, 1305, 1359, 1360, 1826, 4091);
    /** What is to get a new name is not there. */
    private static final Set<Integer> GONE = Set.of(1054, 1146);

    private ImplicitCommit() {}

    public static boolean of(ScriptItem item) {
        return item instanceof ScriptItem.Statement statement && !INSIDE.contains(word(statement));
    }

    /** Whether it may be about more than rows. PostgreSQL's {@code do} runs whatever it is given. */
    static boolean mayChangeTables(ScriptItem item) {
        return of(item)
                || (item instanceof ScriptItem.Statement statement
                        && word(statement).equals("do"));
    }

    /** Whether it is of the connection, which another one has to be told again. */
    public static boolean isSetting(ScriptItem item) {
        return item instanceof ScriptItem.Statement statement && word(statement).equals("set");
    }

    private static String word(ScriptItem.Statement statement) {
        String sql = statement.sql().stripLeading();
        if (sql.startsWith("(")) {
            return "(";
        }
        return sql.split("[^A-Za-z]", 2)[0].toLowerCase(Locale.ROOT);
    }

    /**
     * Whether running it twice does what running it once does, or fails for having run. One that drops a column and
     * adds it anew would lose what was written into the new one meanwhile.
     */
    public static boolean isRepeatable(ScriptItem.Statement statement) {
        String sql = statement.sql().toLowerCase(Locale.ROOT);
        return !word(statement).equals("call")
                && !(word(statement).equals("alter") && sql.contains("add") && dropsColumn(statement));
    }

    private static boolean dropsColumn(ScriptItem.Statement statement) {
        return !DroppedData.of(List.of(List.of(statement)), DatabaseKind.MARIADB)
                .isEmpty();
    }

    /** Whether the statement fails because it has run before. */
    public static boolean hasRun(ScriptItem.Statement statement, Throwable failure) {
        String sql = statement.sql().toLowerCase(Locale.ROOT);
        int code = code(failure);
        return ALREADY.contains(code) || (GONE.contains(code) && (sql.contains("rename") || sql.contains("change")));
    }

    private static int code(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException found) {
                return found.getErrorCode();
            }
        }
        return 0;
    }
}
