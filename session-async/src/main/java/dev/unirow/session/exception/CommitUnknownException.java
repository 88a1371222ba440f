package dev.unirow.session.exception;

import org.jspecify.annotations.Nullable;

/**
 * The connection ended after COMMIT, or a change outside of a transaction, was sent and before the database answered:
 * it is committed as a whole or not at all, and only the database knows which. It is never retried by
 * {@link dev.unirow.session.ScopeOptions#retry}, for the work might be done twice.
 */
public final class CommitUnknownException extends UnirowException {
    public CommitUnknownException(@Nullable Throwable cause) {
        super(
                "The connection to the database was lost while it committed. The transaction may be committed or not: read what "
                        + "it would have changed before doing it again.",
                cause);
    }
}
