package dev.unirow.sqlite.internal;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.JDBCException;
import org.hibernate.QueryTimeoutException;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;
import org.hibernate.exception.DataException;
import org.hibernate.exception.GenericJDBCException;
import org.hibernate.exception.JDBCConnectionException;
import org.hibernate.exception.LockAcquisitionException;
import org.hibernate.exception.SQLGrammarException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Tells SQLite's failures apart by result code, as Hibernate's exceptions. The cause is SQLite's, with a SQLSTATE. */
public final class SqliteFailures {
    private static final Pattern VIOLATED = Pattern.compile("constraint failed: (.+?)\\)?$");

    private SqliteFailures() {}

    public static JDBCException convert(SQLException reported, String message, String sql) {
        if (reported instanceof InterruptedStatement interrupted && interrupted.timedOut()) {
            return new QueryTimeoutException(message, reported, sql);
        }
        if (!(reported instanceof SQLiteException ofSqlite)) {
            return new GenericJDBCException(message, reported, sql);
        }
        SQLiteException failure = StatedFailure.of(ofSqlite);
        SQLiteErrorCode code = failure.getResultCode();
        return switch (code) {
            case SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_ROWID ->
                violation(failure, message, sql, ConstraintKind.UNIQUE);
            case SQLITE_CONSTRAINT_FOREIGNKEY -> violation(failure, message, sql, ConstraintKind.FOREIGN_KEY);
            case SQLITE_CONSTRAINT_TRIGGER ->
                violation(
                        failure,
                        message,
                        sql,
                        isOfForeignKey(failure) ? ConstraintKind.FOREIGN_KEY : ConstraintKind.OTHER);
            case SQLITE_CONSTRAINT_NOTNULL -> violation(failure, message, sql, ConstraintKind.NOT_NULL);
            case SQLITE_CONSTRAINT_CHECK -> violation(failure, message, sql, ConstraintKind.CHECK);
            case SQLITE_CONSTRAINT_DATATYPE -> new DataException(message, failure, sql);
            default -> convertPrimary(code.code & 0xff, failure, message, sql);
        };
    }

    public static SQLException withState(SQLiteException failure) {
        return StatedFailure.of(failure);
    }

    /** ON DELETE RESTRICT is refused by a trigger that SQLite makes for it. */
    static boolean isOfForeignKey(SQLException failureOfATrigger) {
        return String.valueOf(failureOfATrigger.getMessage()).contains("(FOREIGN KEY constraint failed)");
    }

    /** What a stage failed with, as it goes out. */
    public static Throwable converted(Throwable reported, String sql) {
        Throwable failure = Stages.unwrapped(reported);
        return failure instanceof SQLException sqlFailure
                ? convert(sqlFailure, "error executing SQL statement [" + failure.getMessage() + "] [" + sql + "]", sql)
                : failure;
    }

    private static JDBCException convertPrimary(int code, SQLException failure, String message, String sql) {
        if (code == SQLiteErrorCode.SQLITE_CONSTRAINT.code) {
            return violation(failure, message, sql, ConstraintKind.OTHER);
        }
        if (code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code) {
            return new LockAcquisitionException(message, failure, sql);
        }
        if (code == SQLiteErrorCode.SQLITE_ERROR.code) {
            return new SQLGrammarException(message, failure, sql);
        }
        if (code == SQLiteErrorCode.SQLITE_TOOBIG.code || code == SQLiteErrorCode.SQLITE_MISMATCH.code) {
            return new DataException(message, failure, sql);
        }
        if (code == SQLiteErrorCode.SQLITE_NOTADB.code
                || code == SQLiteErrorCode.SQLITE_CORRUPT.code
                || code == SQLiteErrorCode.SQLITE_CANTOPEN.code
                || code == SQLiteErrorCode.SQLITE_IOERR.code) {
            return new JDBCConnectionException(message, failure, sql);
        }
        return new GenericJDBCException(message, failure, sql);
    }

    private static ConstraintViolationException violation(
            SQLException failure, String message, String sql, ConstraintKind kind) {
        return new ConstraintViolationException(message, failure, sql, kind, constraintName(failure));
    }

    /**
     * What SQLite says of the constraint: its name or text for CHECK, {@code table.column, table.column} for UNIQUE,
     * {@code table.column} for NOT NULL, nothing for FOREIGN KEY.
     */
    public static @Nullable String constraintName(SQLException failure) {
        String message = failure.getMessage();
        Matcher matcher = VIOLATED.matcher(message == null ? "" : message);
        return matcher.find() ? matcher.group(1) : null;
    }

    /** Another process holds a lock, and waiting may help; a snapshot that is out of date only gets older. */
    public static boolean isForeignLock(Throwable reported) {
        Throwable failure = Stages.unwrapped(reported);
        return failure instanceof SQLiteException sqlite
                && (sqlite.getResultCode().code & 0xff) == SQLiteErrorCode.SQLITE_BUSY.code
                && sqlite.getResultCode() != SQLiteErrorCode.SQLITE_BUSY_SNAPSHOT;
    }
}
