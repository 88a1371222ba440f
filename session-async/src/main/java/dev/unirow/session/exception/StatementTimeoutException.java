package dev.unirow.session.exception;

import org.jspecify.annotations.Nullable;

/**
 * The database ended a statement that ran longer than its statement time-out. What a transaction did before it is
 * rolled back with it, or with the {@link dev.unirow.session.AsyncSession#nested} work that it was a part of. It is not
 * retried by {@link dev.unirow.session.ScopeOptions#retry}: the same statement would take as long again.
 */
public final class StatementTimeoutException extends StatementException {
    public StatementTimeoutException(@Nullable String sqlState, @Nullable Throwable cause) {
        super(
                "The statement ran longer than the database lets it (its statement time-out), and was ended. Give it less to do, "
                        + "an index for instance, or raise the time-out.",
                sqlState,
                cause);
    }
}
