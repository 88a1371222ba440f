package dev.unirow.session.internal.connect;

import dev.unirow.session.internal.hr.Backend;
import dev.unirow.session.internal.hr.ConnectionCounts;
import dev.unirow.session.internal.hr.Driver;
import dev.unirow.session.internal.hr.ParameterStyle;
import dev.unirow.session.internal.hr.TransactionSettings;
import dev.unirow.session.internal.hr.VertxPool;
import dev.unirow.session.internal.hr.Violation;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.hibernate.reactive.pool.ReactiveConnectionPool;

/** PostgreSQL, through Vert.x's client. */
final class PostgresDriver implements Driver {
    private static final Set<String> OPTIONS = Set.of("application_name");

    private final PgConnectOptions target;
    private final PoolSettings settings;

    private PostgresDriver(PgConnectOptions target, PoolSettings settings) {
        this.target = target.setConnectTimeout(settings.connectMillis());
        this.settings = settings;
    }

    static PostgresDriver of(DatabaseUrl url, PoolSettings settings) {
        return new PostgresDriver(options(url), settings);
    }

    @Override
    public Map<String, Object> dialect() {
        return Map.of(
                AvailableSettings.JAKARTA_HBM2DDL_DB_NAME,
                "PostgreSQL",
                // by way of java.sql.Timestamp a local time that the clocks of this machine skip would become another
                MappingSettings.JAVA_TIME_USE_DIRECT_JDBC,
                true);
    }

    @Override
    public Backend open() {
        // more event loops than half the cores cost more than they bring: two share a core with the server's work
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(Math.max(1, Runtime.getRuntime().availableProcessors() / 2))
                .setFileSystemOptions(new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false)));
        return new Opened(
                vertx,
                PgBuilder.pool()
                        .with(settings.vertxOptions())
                        .connectingTo(target)
                        .using(vertx)
                        .build(),
                settings.connectTimeout());
    }

    private static PgConnectOptions options(DatabaseUrl url) {
        UrlOptions.requireKnown(url, OPTIONS);
        PgConnectOptions options = new PgConnectOptions()
                .setHost(url.host())
                .setPort(url.port() < 0 ? 5432 : url.port())
                .setDatabase(url.database())
                .setCachePreparedStatements(true)
                .setPreparedStatementCacheSqlFilter(VertxPool::isCacheable);
        if (url.user() != null) {
            options.setUser(url.user());
        }
        if (url.password() != null) {
            options.setPassword(url.password());
        }
        url.options().forEach(options::addProperty);
        return options;
    }

    private static final class Opened implements Backend {
        private final Vertx vertx;
        private final VertxPool connections;

        Opened(Vertx vertx, Pool pool, Duration answerTime) {
            this.vertx = vertx;
            this.connections = new VertxPool(pool, answerTime);
        }

        @Override
        public ReactiveConnectionPool pool() {
            return connections;
        }

        @Override
        public CompletionStage<ConnectionCounts> counts() {
            return CompletableFuture.completedFuture(connections.counts());
        }

        @Override
        public Vertx vertx() {
            return vertx;
        }

        @Override
        public ParameterStyle parameterStyle() {
            return ParameterStyle.NUMBERED;
        }

        @Override
        public List<String> afterBegin(TransactionSettings settings) {
            List<String> statements = new ArrayList<>();
            if (settings.isolation() != null) {
                statements.add("SET TRANSACTION ISOLATION LEVEL " + settings.isolation());
            }
            if (settings.isReadOnly()) {
                statements.add("SET TRANSACTION READ ONLY");
            }
            if (settings.timeout() != null) {
                statements.add("SET LOCAL statement_timeout = "
                        + settings.timeout().plusSeconds(1).toMillis()); // the scope ends first
            }
            return statements.isEmpty() ? statements : List.of(String.join("; ", statements)); // one round trip
        }

        /** Vert.x remembers that a statement failed, and would roll back. */
        @Override
        public CompletionStage<Void> commitAfterFailure(ReactiveConnection connection) {
            return connection
                    .executeUnprepared("COMMIT")
                    .thenCompose(
                            ignored -> connection.rollbackTransaction()); // of nothing: Vert.x is told that it is over
        }

        @Override
        public Violation violation(ConstraintViolationException failure) {
            if (!(failure.getSQLException().getCause() instanceof PgException told)) {
                return Backend.super.violation(failure);
            }
            // newer versions name what forbids a missing value, too
            return new Violation(
                    told.getTable(), "23502".equals(told.getSqlState()) ? told.getColumn() : told.getConstraint());
        }

        @Override
        public CompletionStage<Void> close() {
            return vertx.close().toCompletionStage(); // closes the pools that were made with it first
        }
    }
}
