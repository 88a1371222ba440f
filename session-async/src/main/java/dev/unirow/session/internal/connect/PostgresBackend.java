package dev.unirow.session.internal.connect;

import dev.unirow.session.internal.hr.Backend;
import dev.unirow.session.internal.hr.VertxPool;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.hibernate.reactive.pool.ReactiveConnectionPool;

/** PostgreSQL, through Vert.x's client. */
final class PostgresBackend implements Backend {
    private static final Set<String> OPTIONS = Set.of("application_name");

    private final Vertx vertx;
    private final Pool pool;
    private final ReactiveConnectionPool connections;

    private PostgresBackend(Vertx vertx, Pool pool) {
        this.vertx = vertx;
        this.pool = pool;
        this.connections = new VertxPool(pool);
    }

    static PostgresBackend open(DatabaseUrl url, PoolSettings settings) {
        PgConnectOptions target = options(url);
        // more event loops than half the cores cost more than they bring: two share a core with the server's work
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(Math.max(1, Runtime.getRuntime().availableProcessors() / 2))
                .setFileSystemOptions(new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false)));
        PoolOptions poolOptions = new PoolOptions()
                .setMaxSize(settings.size())
                .setConnectionTimeout((int) Math.min(Integer.MAX_VALUE, settings.acquireTimeout().toMillis()))
                .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS);
        Pool pool = PgBuilder.pool()
                .with(poolOptions)
                .connectingTo(target)
                .using(vertx)
                .build();
        return new PostgresBackend(vertx, pool);
    }

    private static PgConnectOptions options(DatabaseUrl url) {
        UrlOptions.requireKnown(url, OPTIONS);
        PgConnectOptions options = new PgConnectOptions()
                .setHost(url.host())
                .setPort(url.port() < 0 ? 5432 : url.port())
                .setDatabase(url.database())
                .setCachePreparedStatements(true);
        if (url.user() != null) {
            options.setUser(url.user());
        }
        if (url.password() != null) {
            options.setPassword(url.password());
        }
        url.options().forEach(options::addProperty);
        return options;
    }

    @Override
    public ReactiveConnectionPool pool() {
        return connections;
    }

    @Override
    public Vertx vertx() {
        return vertx;
    }

    @Override
    public String dialect() {
        return "org.hibernate.dialect.PostgreSQLDialect";
    }

    @Override
    public CompletionStage<Void> close() {
        return pool.close().eventually(() -> vertx.close()).toCompletionStage();
    }
}
