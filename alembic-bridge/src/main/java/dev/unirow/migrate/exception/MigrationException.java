package dev.unirow.migrate.exception;

import org.jspecify.annotations.Nullable;

/**
 * Anything that keeps a migration command from doing what it was asked. The message is what the command line prints
 * after {@code FAILED: }.
 */
public class MigrationException extends RuntimeException {
    /** Of this very class for what no caller tells apart. */
    public MigrationException(String message) {
        super(message);
    }

    /** With what it comes from, if anything. */
    public MigrationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
