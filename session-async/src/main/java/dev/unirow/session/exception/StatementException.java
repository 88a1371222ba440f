package dev.unirow.session.exception;

import org.jspecify.annotations.Nullable;

/** The database refused a statement for a reason that has no class of its own; the subclasses name those that have. */
public sealed class StatementException extends UnirowException
        permits ConstraintViolatedException, RetryableException, StatementTimeoutException {
    private final @Nullable String sqlState;

    public StatementException(String message, @Nullable String sqlState, @Nullable Throwable cause) {
        super(message, cause);
        this.sqlState = sqlState;
    }

    /** The five characters of SQLSTATE; null where the database has none, as SQLite for most failures. */
    public @Nullable String sqlState() {
        return sqlState;
    }
}
