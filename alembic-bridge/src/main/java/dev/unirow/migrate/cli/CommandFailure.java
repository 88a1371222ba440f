package dev.unirow.migrate.cli;

import org.jspecify.annotations.Nullable;

/** A command that cannot do what it was asked, or whose answer is no. */
final class CommandFailure extends RuntimeException {
    CommandFailure(String message) {
        this(message, null);
    }

    CommandFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
