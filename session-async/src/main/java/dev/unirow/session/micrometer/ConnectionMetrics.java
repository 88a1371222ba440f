package dev.unirow.session.micrometer;

import static java.util.Objects.requireNonNull;

import dev.unirow.session.Database;
import dev.unirow.session.PoolStats;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToIntFunction;

/**
 * Gauges of a database's connections: {@code db.client.connection.count} by {@code db.client.connection.state}
 * ({@code used}, {@code idle}) and {@code db.client.connection.pending_requests}. On SQLite, whose pool answers from
 * its own thread, a reading may be that of the reading before. Reading waits for nothing.
 */
public final class ConnectionMetrics implements MeterBinder {
    private static final String STATE = "db.client.connection.state";

    private final Database database;
    private final Tags pool;
    private volatile PoolStats last = new PoolStats(0, 0, 0, 0);

    private ConnectionMetrics(Database database, String pool) {
        this.database = requireNonNull(database, "The database is null.");
        this.pool = Tags.of("db.client.connection.pool.name", pool);
    }

    /** @param pool the value of {@code db.client.connection.pool.name}, different for each database of the process */
    public static ConnectionMetrics of(Database database, String pool) {
        return new ConnectionMetrics(database, pool);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "db.client.connection.count", pool.and(Tag.of(STATE, "used")), PoolStats::inUse);
        gauge(registry, "db.client.connection.count", pool.and(Tag.of(STATE, "idle")), PoolStats::idle);
        gauge(registry, "db.client.connection.pending_requests", pool, PoolStats::waiting);
    }

    private void gauge(MeterRegistry registry, String name, Tags tags, ToIntFunction<PoolStats> figure) {
        Gauge.builder(name, this, metrics -> figure.applyAsInt(metrics.read()))
                .tags(tags)
                .strongReference(true)
                .register(registry);
    }

    private PoolStats read() {
        var unused = database.stats().subscribe().with(stats -> last = stats, closed -> {});
        return last;
    }
}
