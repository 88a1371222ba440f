package dev.unirow.session.internal.unit;

import dev.unirow.session.internal.wire.Backend;
import dev.unirow.session.internal.wire.Driver;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.hibernate.boot.registry.StandardServiceInitiator;
import org.hibernate.reactive.pool.ReactiveConnectionPool;
import org.hibernate.reactive.vertx.VertxInstance;
import org.hibernate.service.spi.ServiceRegistryImplementor;
import org.jspecify.annotations.Nullable;

/** A driver's backend, known to Hibernate before it is opened. */
final class OpenedBackend implements StandardServiceInitiator<ReactiveConnectionPool>, VertxInstance {
    private final Driver driver;
    private @Nullable Backend backend;
    private volatile boolean closed;

    OpenedBackend(Driver driver) {
        this.driver = driver;
    }

    /** One that is open already. */
    static OpenedBackend of(Backend given) {
        OpenedBackend opened = new OpenedBackend(new Driver() {
            @Override
            public Map<String, Object> dialect() {
                return Map.of();
            }

            @Override
            public Backend open() {
                return given;
            }
        });
        opened.open();
        return opened;
    }

    synchronized void open() {
        if (backend == null) {
            backend = driver.open();
        }
    }

    synchronized Backend get() {
        if (backend == null) {
            throw new IllegalStateException("The database is used before it is opened.");
        }
        return backend;
    }

    boolean isClosed() {
        return closed;
    }

    synchronized CompletionStage<Void> close() {
        closed = true;
        return backend == null ? CompletableFuture.completedFuture(null) : backend.close();
    }

    @Override
    public Class<ReactiveConnectionPool> getServiceInitiated() {
        return ReactiveConnectionPool.class;
    }

    @Override
    public ReactiveConnectionPool initiateService(
            Map<String, Object> configurationValues, ServiceRegistryImplementor registry) {
        return get().pool();
    }

    @Override
    public Vertx getVertx() {
        return get().vertx();
    }
}
