package dev.unirow.session.exception;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** No connection became free in the time that a session waits for one. */
public final class PoolExhaustedException extends UnirowException {
    private static final String REMEDY = " Close sessions earlier, or raise the pool's size.";

    private PoolExhaustedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Of a pool of which nothing is known. */
    public PoolExhaustedException(@Nullable Throwable cause) {
        this("No connection became free in time: all connections of the pool are in use." + REMEDY, cause);
    }

    /**
     * Of a pool of this size.
     *
     * @param limit how long an operation waits
     */
    public PoolExhaustedException(int poolSize, Duration limit, @Nullable Throwable cause) {
        this(
                "No connection became free within " + limit.toMillis()
                        + " ms: all connections of the pool, which may hold " + poolSize + ", are in use." + REMEDY,
                cause);
    }

    /** In the words of a driver that says how many there are and how long was waited, if it says so. */
    public static PoolExhaustedException of(@Nullable String words, @Nullable Throwable cause) {
        return words == null ? new PoolExhaustedException(cause) : new PoolExhaustedException(words, cause);
    }
}
