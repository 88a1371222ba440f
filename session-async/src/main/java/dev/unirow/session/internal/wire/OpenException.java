package dev.unirow.session.internal.wire;

/** A database that could not be opened; the message is fit for a user. */
public final class OpenException extends RuntimeException {
    public OpenException(String message, Throwable cause) {
        super(message, cause);
    }
}
