package dev.unirow.session.exception;

import org.jspecify.annotations.Nullable;

/** A stream's transaction ended, by commit or rollback, before the stream did. */
public final class StreamCutOffException extends UnirowException {
    public StreamCutOffException(Class<?> model, @Nullable Throwable cause) {
        super(
                "The stream of " + model.getSimpleName()
                        + " was cut off: its session committed or rolled back before all rows were read. Read it to its end or "
                        + "cancel it first, or stream in a session of its own.",
                cause);
    }
}
