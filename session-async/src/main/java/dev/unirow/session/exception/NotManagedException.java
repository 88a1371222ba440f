package dev.unirow.session.exception;

import org.jspecify.annotations.Nullable;

/** A model that this session does not track was given to an operation that needs a tracked one. */
public final class NotManagedException extends UnirowException {
    public NotManagedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
