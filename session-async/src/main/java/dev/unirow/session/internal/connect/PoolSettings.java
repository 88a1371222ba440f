package dev.unirow.session.internal.connect;

import dev.unirow.session.internal.wire.PoolTarget;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How many connections a pool may hold, and how long it waits and keeps them.
 *
 * @param acquireTimeout how long an operation waits for a free connection
 * @param connectTimeout how long a server may take to accept a new one
 * @param idleTimeout after what time unused ones are closed; zero for never
 * @param maxLifetime after what time they are replaced; zero for never
 */
public record PoolSettings(
        int size, Duration acquireTimeout, Duration connectTimeout, Duration idleTimeout, Duration maxLifetime) {
    public PoolSettings {
        if (size < 1) {
            throw new IllegalArgumentException("A pool needs at least 1 connection, not " + size + ".");
        }
        requirePositive(acquireTimeout, "wait for a connection");
        requirePositive(connectTimeout, "connect");
        if (idleTimeout.isNegative() || maxLifetime.isNegative()) {
            throw new IllegalArgumentException(
                    "The times after which connections are closed must be positive, or zero for never.");
        }
    }

    private static void requirePositive(Duration time, String purpose) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("The time to " + purpose + " must be positive.");
        }
    }

    public static PoolSettings standard() {
        return new PoolSettings(10, Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ZERO, Duration.ZERO);
    }

    public PoolSettings withSize(int connections) {
        return new PoolSettings(connections, acquireTimeout, connectTimeout, idleTimeout, maxLifetime);
    }

    public PoolSettings withAcquireTimeout(Duration time) {
        return new PoolSettings(size, time, connectTimeout, idleTimeout, maxLifetime);
    }

    public PoolSettings withConnectTimeout(Duration time) {
        return new PoolSettings(size, acquireTimeout, time, idleTimeout, maxLifetime);
    }

    public PoolSettings withIdleTimeout(Duration time) {
        return new PoolSettings(size, acquireTimeout, connectTimeout, time, maxLifetime);
    }

    public PoolSettings withMaxLifetime(Duration time) {
        return new PoolSettings(size, acquireTimeout, connectTimeout, idleTimeout, time);
    }

    /** As Vert.x's SQL client has them. */
    PoolOptions vertxOptions() {
        return new PoolOptions()
                .setMaxSize(size)
                .setConnectionTimeout(millis(acquireTimeout))
                .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout(millis(idleTimeout))
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setMaxLifetime(millis(maxLifetime))
                .setMaxLifetimeUnit(TimeUnit.MILLISECONDS);
    }

    /** For the messages of a pool of these settings. */
    PoolTarget target(SqlConnectOptions options) {
        return new PoolTarget(
                PoolTarget.place(options.getDatabase(), options.getHost(), options.getPort()),
                size,
                acquireTimeout,
                connectTimeout);
    }

    int connectMillis() {
        return millis(connectTimeout);
    }

    private static int millis(Duration time) {
        return time.isZero() ? 0 : (int) Math.max(1, Math.min(Integer.MAX_VALUE, time.toMillis()));
    }
}
