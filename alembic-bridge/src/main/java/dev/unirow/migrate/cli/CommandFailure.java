package dev.unirow.migrate.cli;

import org.jspecify.annotations.Nullable;

/** A command that cannot do what it was asked, or whose answer is no. */
final class CommandFailure extends RuntimeException {
    private final ExitCode code;

    CommandFailure(ExitCode code, String message) {
        this(code, message, null);
    }

    CommandFailure(ExitCode code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** With the message of what could not be used. */
    static CommandFailure usage(RuntimeException unusable) {
        return new CommandFailure(ExitCode.USAGE, String.valueOf(unusable.getMessage()), unusable);
    }

    /** With the message of what kept a database from being opened. */
    static CommandFailure opening(RuntimeException failure) {
        return new CommandFailure(ExitCode.ofOpening(failure), String.valueOf(failure.getMessage()), failure);
    }

    ExitCode code() {
        return code;
    }
}
