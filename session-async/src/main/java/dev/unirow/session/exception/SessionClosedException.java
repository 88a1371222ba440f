package dev.unirow.session.exception;

import org.jspecify.annotations.Nullable;

/** A session, or its database, was used after it was closed. */
public final class SessionClosedException extends UnirowException {
    public SessionClosedException(String what) {
        super(what, null);
    }

    public SessionClosedException(String what, @Nullable Throwable cause) {
        super(what, cause);
    }
}
