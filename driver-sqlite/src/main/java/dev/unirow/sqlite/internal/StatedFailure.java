package dev.unirow.sqlite.internal;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** A failure of SQLite with the SQLSTATE that portable code asks for, in the place of the one it was made of. */
final class StatedFailure extends SQLiteException {
    private final String state;

    private StatedFailure(SQLiteException failure, String state) {
        super(failure.getMessage(), failure.getResultCode());
        this.state = state;
        setStackTrace(failure.getStackTrace());
        for (Throwable suppressed : failure.getSuppressed()) {
            addSuppressed(suppressed);
        }
        if (failure.getCause() != null) {
            initCause(failure.getCause());
        }
        SQLException next = failure.getNextException();
        if (next != null) {
            setNextException(next);
        }
    }

    /** The failure itself where it has a SQLSTATE, or where none fits it. */
    static SQLiteException of(SQLiteException failure) {
        String state = failure.getSQLState() == null ? state(failure) : null;
        return state == null ? failure : new StatedFailure(failure, state);
    }

    /**
     * None for what SQLite reports under one code for many reasons, as SQLITE_ERROR, and for what happens to a file:
     * the states of the standard are about connections to servers there.
     */
    private static @Nullable String state(SQLiteException failure) {
        SQLiteErrorCode code = failure.getResultCode();
        return switch (code) {
            case SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_ROWID -> "23505";
            case SQLITE_CONSTRAINT_NOTNULL -> "23502";
            case SQLITE_CONSTRAINT_CHECK -> "23514";
            case SQLITE_CONSTRAINT_FOREIGNKEY -> "23503";
            case SQLITE_CONSTRAINT_TRIGGER -> SqliteFailures.isOfForeignKey(failure) ? "23503" : "23000";
            case SQLITE_CONSTRAINT_DATATYPE -> "22000";
            default -> ofPrimary(code.code & 0xff);
        };
    }

    private static @Nullable String ofPrimary(int code) {
        if (code == SQLiteErrorCode.SQLITE_CONSTRAINT.code) {
            return "23000";
        }
        if (code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code) {
            return "40001";
        }
        if (code == SQLiteErrorCode.SQLITE_READONLY.code) {
            return "25006";
        }
        return code == SQLiteErrorCode.SQLITE_TOOBIG.code || code == SQLiteErrorCode.SQLITE_MISMATCH.code
                ? "22000"
                : null;
    }

    @Override
    public String getSQLState() {
        return state;
    }
}
