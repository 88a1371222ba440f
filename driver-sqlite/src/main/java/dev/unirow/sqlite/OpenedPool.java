package dev.unirow.sqlite;

import io.vertx.core.Context;
import org.hibernate.engine.jdbc.spi.SqlStatementLogger;
import org.hibernate.service.Service;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.service.spi.Stoppable;

/** A pool that Hibernate's registry opens from a URL, and closes when it ends itself. */
final class OpenedPool implements Service, Stoppable {
    private final transient SqlitePool pool;

    private OpenedPool(SqlitePool pool) {
        this.pool = pool;
    }

    /** Opens the pool when a service is first asked for it. */
    static PoolService<OpenedPool> from(SqliteConfig config) {
        return new PoolService<>(OpenedPool.class, registry -> {
            SqlitePool pool = SqlitePool.open(config);
            pool.logTo(registry.requireService(SqlStatementLogger.class));
            return new OpenedPool(pool);
        });
    }

    static SqlitePool in(ServiceRegistry registry) {
        return registry.requireService(OpenedPool.class).pool;
    }

    /** Waits for the end, as closing a session factory does elsewhere; on an event loop it cannot. */
    @Override
    public void stop() {
        pool.close();
        if (!Context.isOnEventLoopThread()) {
            pool.getCloseFuture().toCompletableFuture().join();
        }
    }
}
