package dev.unirow.session.internal.connect;

import java.time.Duration;

/** How many connections a pool may hold, and how long a session waits for one. */
public record PoolSettings(int size, Duration acquireTimeout) {
    public PoolSettings {
        if (size < 1) {
            throw new IllegalArgumentException("A pool needs at least 1 connection, not " + size + ".");
        }
        if (acquireTimeout.isNegative() || acquireTimeout.isZero()) {
            throw new IllegalArgumentException("The time to wait for a connection must be positive.");
        }
    }

    public static PoolSettings standard() {
        return new PoolSettings(10, Duration.ofSeconds(30));
    }
}
