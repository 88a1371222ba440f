package dev.unirow.session.internal.wire;

import java.time.Duration;

/** Around the reason why a pool gave no connection: to what it was, and by which limits. */
public final class NoConnectionException extends RuntimeException {
    private final PoolTarget target;

    NoConnectionException(PoolTarget target, Throwable cause) {
        super(cause);
        this.target = target;
    }

    /** The database and its server, without user and password. */
    public String place() {
        return target.place();
    }

    public int poolSize() {
        return target.size();
    }

    /** How long an operation waits for a connection. */
    public Duration limit() {
        return target.limit();
    }
}
