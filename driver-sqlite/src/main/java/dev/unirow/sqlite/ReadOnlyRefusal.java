package dev.unirow.sqlite;

import dev.unirow.sqlite.internal.SqliteFailures;
import java.sql.SQLException;
import org.hibernate.exception.GenericJDBCException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** A write where only reading was asked for. */
final class ReadOnlyRefusal extends GenericJDBCException {
    ReadOnlyRefusal(String sql, SqliteConfig config) {
        super(reason(sql, config), failure(sql, config), sql);
    }

    private static SQLException failure(String sql, SqliteConfig config) {
        return SqliteFailures.withState(new SQLiteException(reason(sql, config), SQLiteErrorCode.SQLITE_READONLY));
    }

    private static String reason(String sql, SqliteConfig config) {
        return config.mayWrite()
                ? "This transaction is read-only and refuses '" + sql + "'. Begin one that may write."
                : "The pool of " + config.description() + " is read-only and refuses '" + sql
                        + "'. Open a pool that may write.";
    }
}
