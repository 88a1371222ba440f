package dev.unirow.session.exception;

import org.jspecify.annotations.Nullable;

/**
 * The root of what fails for a reason outside the program's text: the database, its rows, or the state that a session
 * is in. Wrong arguments are {@link IllegalArgumentException} and {@link NullPointerException} instead, at the call.
 */
public abstract class UnirowException extends RuntimeException {
    protected UnirowException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
