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
import io.vertx.mysqlclient.MySQLBuilder;
import io.vertx.mysqlclient.MySQLConnectOptions;
import io.vertx.mysqlclient.MySQLException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.pool.ReactiveConnectionPool;

/** MariaDB, through Vert.x's client for MySQL's protocol. */
final class MariaDbDriver implements Driver {
    private static final Set<String> OPTIONS = Set.of("application_name", "charset");

    /**
     * What a session is on every database, and not what this server happens to be configured for: instants in UTC, values
     * that do not fit refused, a key of 0 stored as 0, text compared by its characters; and each statement sees what is
     * committed, so that who found a row in its way can read it.
     */
    private static final String SET_UP =
            "set names utf8mb4 collate utf8mb4_nopad_bin, session sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,"
                    + "NO_ENGINE_SUBSTITUTION,NO_AUTO_VALUE_ON_ZERO', session time_zone = '+00:00'";

    private static final String ISOLATION = "set session transaction isolation level read committed";

    private final MySQLConnectOptions target;
    private final PoolSettings settings;

    private MariaDbDriver(MySQLConnectOptions target, PoolSettings settings) {
        this.target = target.setConnectTimeout(settings.connectMillis());
        this.settings = settings;
    }

    static MariaDbDriver of(DatabaseUrl url, PoolSettings settings) {
        return new MariaDbDriver(options(url), settings);
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
        // more event loops than half the cores cost more than they bring: two share a core with the server's work
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(Math.max(1, Runtime.getRuntime().availableProcessors() / 2))
                .setFileSystemOptions(new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false)));
        return new Opened(
                vertx,
                MySQLBuilder.pool()
                        .with(settings.vertxOptions())
                        .withConnectHandler(MariaDbDriver::setUp)
                        .connectingTo(target)
                        .using(vertx)
                        .build(),
                settings.connectTimeout());
    }

    /** Closing gives a new connection to whoever waits for it. */
    private static void setUp(SqlConnection connection) {
        if (!MariaDbPool.isSupported(connection.databaseMetadata())) {
            connection.close(); // the pool refuses it, with the reason
            return;
        }
        connection
                .query(SET_UP)
                .execute()
                .compose(done -> connection.query(ISOLATION).execute())
                // none is used that is set up by half
                .recover(failure -> connection.query("kill connection_id()").execute())
                .onComplete(done -> connection.close());
    }

    private static MySQLConnectOptions options(DatabaseUrl url) {
        UrlOptions.requireKnown(url, OPTIONS);
        MySQLConnectOptions options = new MySQLConnectOptions()
                .setHost(url.host())
                .setPort(url.port() < 0 ? 3306 : url.port())
                .setDatabase(url.database())
                .setCharset("utf8mb4")
                .setCachePreparedStatements(true)
                .setPreparedStatementCacheSqlFilter(VertxPool::isCacheable);
        if (url.user() != null) {
            options.setUser(url.user());
        }
        if (url.password() != null) {
            options.setPassword(url.password());
        }
        url.options().forEach((name, value) -> add(options, name, value));
        return options;
    }

    private static void add(MySQLConnectOptions options, String name, String value) {
        if (name.equals("application_name")) {
            Map<String, String> attributes = new HashMap<>(options.getProperties());
            attributes.put("program_name", value);
            options.setProperties(attributes);
        } else if (!value.equals("utf8mb4")) {
            throw new IllegalArgumentException("The option charset is 'utf8mb4', not '" + value
                    + "': text is sent in it, and the database converts for columns that are stored otherwise.");
        }
    }

    private static final class Opened implements Backend {
        private final Vertx vertx;
        private final VertxPool connections;

        Opened(Vertx vertx, Pool pool, Duration answerTime) {
            this.vertx = vertx;
            this.connections = new MariaDbPool(pool, answerTime);
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
            return ParameterStyle.QUESTION_MARKS_AND_BACKSLASHES;
        }

        /** Of the next transaction alone; a statement that takes too long ends by itself. */
        @Override
        public List<String> beforeBegin(TransactionSettings settings) {
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

        @Override
        public Violation violation(ConstraintViolationException failure) {
            return failure.getSQLException().getCause() instanceof MySQLException told
                    ? MariaDbViolation.of(told.getMessage())
                    : Backend.super.violation(failure);
        }

        @Override
        public CompletionStage<Void> close() {
            return vertx.close().toCompletionStage(); // closes the pools that were made with it first
        }
    }
}
