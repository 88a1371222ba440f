package dev.unirow.session.exception;

import org.jspecify.annotations.Nullable;

/** The database could not be reached or opened. */
public final class DatabaseUnavailableException extends UnirowException {
    public DatabaseUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
