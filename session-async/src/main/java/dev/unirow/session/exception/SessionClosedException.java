package dev.unirow.session.exception;

/** A session, or its database, was used after it was closed. */
public final class SessionClosedException extends UnirowException {
    public SessionClosedException(String what) {
        super(what, null);
    }
}
