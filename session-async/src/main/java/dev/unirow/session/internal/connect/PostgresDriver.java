package dev.unirow.session.internal.connect;

import dev.unirow.session.internal.wire.Backend;
import dev.unirow.session.internal.wire.ConnectionCounts;
import dev.unirow.session.internal.wire.Driver;
import dev.unirow.session.internal.wire.ParameterStyle;
import dev.unirow.session.internal.wire.PoolTarget;
import dev.unirow.session.internal.wire.TransactionSettings;
import dev.unirow.session.internal.wire.VertxPool;
import dev.unirow.session.internal.wire.Violation;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgException;
import io.vertx.pgclient.SslMode;
import io.vertx.sqlclient.Pool;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.hibernate.reactive.pool.ReactiveConnectionPool;
import org.jspecify.annotations.Nullable;

/** PostgreSQL, through Vert.x's client. */
final class PostgresDriver implements Driver {
    private final PgConnectOptions target;
    private final PoolSettings settings;
    private final @Nullable Vertx given;

    private PostgresDriver(PgConnectOptions target, PoolSettings settings, @Nullable Vertx given) {
        this.target = target.setConnectTimeout(settings.connectMillis());
        this.settings = settings;
        this.given = given;
    }

    static PostgresDriver of(DatabaseUrl url, ConnectSettings settings, @Nullable Vertx given) {
        ConnectSettings all = UrlOptions.ofPostgres(url, settings);
        return new PostgresDriver(options(url, all), all.pool(), given);
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
        ServerVertx vertx = ServerVertx.of(given);
        return new Opened(
                vertx,
                PgBuilder.pool()
                        .with(settings.vertxOptions())
                        .connectingTo(target)
                        .using(vertx.vertx())
                        .build(),
                settings.target(target));
    }

    private static PgConnectOptions options(DatabaseUrl url, ConnectSettings settings) {
        PgConnectOptions options = new PgConnectOptions()
                .setHost(url.host())
                .setPort(url.port() < 0 ? 5432 : url.port())
                .setDatabase(url.database())
                .setCachePreparedStatements(settings.statementCacheSize() > 0)
                .setPreparedStatementCacheMaxSize(Math.max(1, settings.statementCacheSize()))
                .setPreparedStatementCacheSqlFilter(VertxPool::isCacheable)
                .setSslMode(SslMode.valueOf(settings.tls().effectiveMode().name()));
        TlsOptions.set(options, settings.tls());
        if (url.user() != null) {
            options.setUser(url.user());
        }
        if (url.password() != null) {
            options.setPassword(url.password());
        }
        startupParameters(settings).forEach(options::addProperty);
        return options;
    }

    /** What the server sets before the first statement, at no cost. */
    private static Map<String, String> startupParameters(ConnectSettings settings) {
        Map<String, String> parameters = new TreeMap<>();
        if (settings.applicationName() != null) {
            parameters.put("application_name", settings.applicationName());
        }
        if (!settings.searchPath().isEmpty()) {
            parameters.put("search_path", SearchPath.text(settings.searchPath()));
        }
        if (settings.isolation() != null) {
            parameters.put("default_transaction_isolation", settings.isolation().toLowerCase(Locale.ROOT));
        }
        if (!settings.statementTimeout().isZero()) {
            parameters.put(
                    "statement_timeout",
                    Long.toString(Math.max(1, settings.statementTimeout().toMillis())));
        }
        return parameters;
    }

    /** The statements that give a transaction its settings. */
    static List<String> transactionSettings(TransactionSettings settings) {
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
    static CompletionStage<Void> committedAfterFailure(ReactiveConnection connection) {
        return connection
                .executeUnprepared("COMMIT")
                .thenCompose(ignored -> connection.rollbackTransaction()); // of nothing: Vert.x is told that it is over
    }

    /** What the server tells of a constraint; newer versions name what forbids a missing value, too. */
    static Optional<Violation> violationOf(ConstraintViolationException failure) {
        return failure.getSQLException().getCause() instanceof PgException told
                ? Optional.of(new Violation(
                        told.getTable(), "23502".equals(told.getSqlState()) ? told.getColumn() : told.getConstraint()))
                : Optional.empty();
    }

    private static final class Opened implements Backend {
        private final ServerVertx vertx;
        private final Pool pool;
        private final VertxPool connections;

        Opened(ServerVertx vertx, Pool pool, PoolTarget target) {
            this.vertx = vertx;
            this.pool = pool;
            this.connections = new PostgresPool(pool, target);
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
            return vertx.vertx();
        }

        @Override
        public ParameterStyle parameterStyle() {
            return ParameterStyle.NUMBERED;
        }

        @Override
        public List<String> afterBegin(TransactionSettings settings) {
            return transactionSettings(settings);
        }

        @Override
        public CompletionStage<Void> commitAfterFailure(ReactiveConnection connection) {
            return committedAfterFailure(connection);
        }

        @Override
        public Violation violation(ConstraintViolationException failure) {
            return violationOf(failure).orElseGet(() -> Backend.super.violation(failure));
        }

        @Override
        public CompletionStage<Void> close() {
            return vertx.close(pool);
        }
    }
}
