package dev.unirow.session;

import org.jspecify.annotations.Nullable;

/** A row was changed or deleted by another transaction since the model was read. */
public final class StaleModelException extends UnirowException {
    StaleModelException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
