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
import io.vertx.mysqlclient.MySQLBuilder;
import io.vertx.mysqlclient.MySQLConnectOptions;
import io.vertx.mysqlclient.MySQLException;
import io.vertx.mysqlclient.SslMode;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.pool.ReactiveConnectionPool;
import org.jspecify.annotations.Nullable;

/** MariaDB, through Vert.x's client for MySQL's protocol. */
final class MariaDbDriver implements Driver {
    /**
     * What a session is on every database, and not what this server happens to be configured for: instants in UTC,
     * values that do not fit refused, a key of 0 stored as 0, text compared by its characters; and each statement sees
     * what is committed, so that who found a row in its way can read it.
     */
    private static final String SET_UP =
            "set names utf8mb4 collate utf8mb4_nopad_bin, session sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,"
                    + "NO_ENGINE_SUBSTITUTION,NO_AUTO_VALUE_ON_ZERO', session time_zone = '+00:00'";

    private static final String ISOLATION = "READ COMMITTED";

    private final MySQLConnectOptions target;
    private final PoolSettings settings;
    private final List<String> setUp;
    private final @Nullable Vertx given;

    private MariaDbDriver(
            MySQLConnectOptions target, PoolSettings settings, List<String> setUp, @Nullable Vertx given) {
        this.target = target.setConnectTimeout(settings.connectMillis());
        this.settings = settings;
        this.setUp = setUp;
        this.given = given;
    }

    static MariaDbDriver of(DatabaseUrl url, ConnectSettings settings, @Nullable Vertx given) {
        ConnectSettings all = UrlOptions.ofMariaDb(url, settings);
        all.refuseSearchPath("MariaDB, where a schema is a database");
        return new MariaDbDriver(options(url, all), all.pool(), setUp(all), given);
    }

    private static List<String> setUp(ConnectSettings settings) {
        Duration limit = settings.statementTimeout();
        return List.of(
                limit.isZero()
                        ? SET_UP
                        : SET_UP + ", session max_statement_time = "
                                + BigDecimal.valueOf(Math.max(1, limit.toMillis()), 3)
                                        .toPlainString(),
                "set session transaction isolation level "
                        + (settings.isolation() == null ? ISOLATION : settings.isolation()));
    }

    @Override
    public Map<String, Object> dialect() {
        return Map.of(
                AvailableSettings.JAKARTA_HBM2DDL_DB_NAME,
                "MariaDB",
                AvailableSettings.JAKARTA_HBM2DDL_DB_MAJOR_VERSION,
                MariaDbPool.OLDEST_MAJOR,
                AvailableSettings.JAKARTA_HBM2DDL_DB_MINOR_VERSION,
                MariaDbPool.OLDEST_MINOR,
                // by way of java.sql.Timestamp a local time that the clocks of this machine skip would become another
                MappingSettings.JAVA_TIME_USE_DIRECT_JDBC,
                true);
    }

    @Override
    public Backend open() {
        ServerVertx vertx = ServerVertx.of(given);
        MariaDbInterruption interruption = new MariaDbInterruption(vertx.vertx(), target);
        return new Opened(
                vertx,
                MySQLBuilder.pool()
                        .with(settings.vertxOptions())
                        .withConnectHandler(connection -> setUp(connection, interruption))
                        .connectingTo(target)
                        .using(vertx.vertx())
                        .build(),
                interruption,
                settings.target(target));
    }

    /** Closing gives a new connection to whoever waits for it. */
    private void setUp(SqlConnection connection, MariaDbInterruption interruption) {
        if (!MariaDbPool.isSupported(connection.databaseMetadata())) {
            connection.close(); // the pool refuses it, with the reason
            return;
        }
        VertxPool.heard(connection)
                .query(setUp.get(0))
                .execute()
                .compose(done -> connection.query(setUp.get(1)).execute())
                .<Object>compose(done -> interruption.learn(connection).map(number -> number))
                // none is used that is set up by half
                .recover(failure ->
                        connection.query("kill connection_id()").execute().map(ended -> ended))
                .onComplete(done -> connection.close());
    }

    private static MySQLConnectOptions options(DatabaseUrl url, ConnectSettings settings) {
        MySQLConnectOptions options = new MySQLConnectOptions()
                .setHost(url.host())
                .setPort(url.port() < 0 ? 3306 : url.port())
                .setDatabase(url.database())
                .setCharset("utf8mb4")
                .setCachePreparedStatements(settings.statementCacheSize() > 0)
                .setPreparedStatementCacheMaxSize(Math.max(1, settings.statementCacheSize()))
                .setPreparedStatementCacheSqlFilter(VertxPool::isCacheable)
                .setSslMode(mode(settings.tls().effectiveMode()));
        TlsOptions.set(options, settings.tls());
        if (url.user() != null) {
            options.setUser(url.user());
        }
        if (url.password() != null) {
            options.setPassword(url.password());
        }
        if (settings.applicationName() != null) {
            Map<String, String> attributes = new HashMap<>(options.getProperties());
            attributes.put("program_name", settings.applicationName());
            options.setProperties(attributes);
        }
        return options;
    }

    private static SslMode mode(TlsSettings.Mode mode) {
        return switch (mode) {
            case DISABLE -> SslMode.DISABLED;
            case ALLOW, PREFER -> SslMode.PREFERRED;
            case REQUIRE -> SslMode.REQUIRED;
            case VERIFY_CA -> SslMode.VERIFY_CA;
            case VERIFY_FULL -> SslMode.VERIFY_IDENTITY;
        };
    }

    /** Of the next transaction alone; a statement that takes too long ends by itself. */
    static List<String> transactionSettings(TransactionSettings settings) {
        List<String> characteristics = new ArrayList<>();
        if (settings.isolation() != null) {
            characteristics.add("ISOLATION LEVEL " + settings.isolation());
        }
        if (settings.isReadOnly()) {
            characteristics.add("READ ONLY");
        }
        return characteristics.isEmpty()
                ? characteristics
                : List.of("SET TRANSACTION " + String.join(", ", characteristics));
    }

    static Optional<Violation> violationOf(ConstraintViolationException failure) {
        return failure.getSQLException().getCause() instanceof MySQLException told
                ? Optional.of(MariaDbViolation.of(told.getMessage()))
                : Optional.empty();
    }

    private static final class Opened implements Backend {
        private final ServerVertx vertx;
        private final Pool pool;
        private final VertxPool connections;

        Opened(ServerVertx vertx, Pool pool, MariaDbInterruption interruption, PoolTarget target) {
            this.vertx = vertx;
            this.pool = pool;
            this.connections = new MariaDbPool(pool, interruption, target);
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
            return ParameterStyle.QUESTION_MARKS_AND_BACKSLASHES;
        }

        @Override
        public List<String> beforeBegin(TransactionSettings settings) {
            return transactionSettings(settings);
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
