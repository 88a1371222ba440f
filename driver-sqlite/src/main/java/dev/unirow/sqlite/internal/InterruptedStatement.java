package dev.unirow.sqlite.internal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** A statement that this driver has interrupted. */
public final class InterruptedStatement extends SQLiteException {
    private final boolean timedOut;

    /** @param timeout the time-out it ran into; null when nobody wanted it any more */
    public InterruptedStatement(@Nullable Duration timeout, Throwable cause) {
        super(
                timeout == null
                        ? "The statement was cancelled, or its session was rolled back or closed"
                        : "The statement ran longer than the statement time-out of " + timeout.toMillis() + " ms",
                SQLiteErrorCode.SQLITE_INTERRUPT);
        this.timedOut = timeout != null;
        // not the cause: who looks for the root of a failure finds what to do about it
        addSuppressed(cause);
    }

    boolean timedOut() {
        return timedOut;
    }
}
