package dev.unirow.session;

/** A session, or its database, was used after it was closed. */
public final class SessionClosedException extends UnirowException {
    SessionClosedException(String what) {
        super(what, null);
    }
}
