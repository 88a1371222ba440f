package dev.unirow.session.exception;

import org.jspecify.annotations.Nullable;

/**
 * The subscriber of an operation cancelled it while it ran. Its statement was ended, and the transaction was rolled
 * back, since no database says how far a statement came that is ended just before it is done. Whoever cancelled is told
 * nothing; this is the cause of the {@link TransactionFailedException} that the next operation fails with.
 */
public final class OperationCancelledException extends UnirowException {
    /** @param cause what became of the statement */
    public OperationCancelledException(@Nullable Throwable cause) {
        super(
                "An operation was cancelled by its subscriber while it ran, so its statement was ended and the transaction "
                        + "rolled back.",
                cause);
    }
}
