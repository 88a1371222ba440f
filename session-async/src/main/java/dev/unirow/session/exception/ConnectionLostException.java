package dev.unirow.session.exception;

import org.jspecify.annotations.Nullable;

/**
 * The connection ended in the middle of a transaction, whose work is lost. The next operation gets another connection.
 */
public final class ConnectionLostException extends UnirowException {
    public ConnectionLostException(@Nullable Throwable cause) {
        super("The connection to the database was lost. Nothing of the open transaction was kept.", cause);
    }
}
