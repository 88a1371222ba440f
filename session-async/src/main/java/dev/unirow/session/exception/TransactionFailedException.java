package dev.unirow.session.exception;

/**
 * An operation was asked of a transaction that an earlier failure had ended. The cause is that failure. After
 * {@link dev.unirow.session.AsyncSession#rollback()} the session is as good as new.
 *
 * @see <a href="https://docs.sqlalchemy.org/en/20/errors.html#error-8s2b">SQLAlchemy's PendingRollbackError</a>
 */
public final class TransactionFailedException extends UnirowException {
    public TransactionFailedException(Throwable cause) {
        super(
                "The session's transaction was rolled back because an earlier operation in it failed; nothing of it was kept. "
                        + "Call rollback() to go on with a new transaction, or close the session. First failure: "
                        + cause.getMessage(),
                cause);
    }
}
