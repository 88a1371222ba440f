package dev.unirow.session.exception;

import org.jspecify.annotations.Nullable;

/** No connection became free in the time that a session waits for one. */
public final class PoolExhaustedException extends UnirowException {
    public PoolExhaustedException(@Nullable Throwable cause) {
        super(
                "No connection became free in time: all connections of the pool are in use. Close sessions earlier, or raise "
                        + "the pool's size.",
                cause);
    }
}
