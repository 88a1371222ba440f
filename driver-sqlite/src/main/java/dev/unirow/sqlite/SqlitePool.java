package dev.unirow.sqlite;

import dev.unirow.sqlite.internal.EventLoop;
import dev.unirow.sqlite.internal.SqlText;
import dev.unirow.sqlite.internal.SqliteRows;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.sqlclient.spi.DatabaseMetadata;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.hibernate.engine.jdbc.internal.FormatStyle;
import org.hibernate.engine.jdbc.spi.SqlExceptionHelper;
import org.hibernate.engine.jdbc.spi.SqlStatementLogger;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.hibernate.reactive.pool.ReactiveConnectionPool;
import org.jspecify.annotations.Nullable;

/**
 * One SQLite database under Hibernate Reactive. Every statement runs on the one event loop of {@link #vertx()}: at once
 * when called there, else in turn. Safe to call from any thread.
 */
public final class SqlitePool implements ReactiveConnectionPool, AutoCloseable {
    private static final int KNOWN_STATEMENTS = 2_000;

    private final SqliteConfig config;
    private final Vertx vertx;
    private final EventLoop loop;
    private final SqliteVersion version;
    private final AtomicLong sessions = new AtomicLong();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private volatile boolean closing;

    private volatile SqlStatementLogger logger = new SqlStatementLogger(false, false);

    // touched on the event loop only
    private final Connections connections;
    private final WriterQueue writers;
    private final Runner runner;
    private final LockRetry retry;
    private final Map<String, SqlText> texts = new LinkedHashMap<>();
    private final AtomicLong schema = new AtomicLong();

    private SqlitePool(SqliteConfig config, DatabaseFile database, NativeConnection first, SqliteVersion version) {
        this.config = config;
        this.version = version;
        this.vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(config.inMemory() ? 1 : config.limits().maxConnections())
                .setInternalBlockingPoolSize(1)
                // a long query occupies this loop by design
                .setBlockedThreadCheckInterval(1)
                .setBlockedThreadCheckIntervalUnit(TimeUnit.HOURS)
                .setMaxEventLoopExecuteTime(1)
                .setMaxEventLoopExecuteTimeUnit(TimeUnit.HOURS)
                .setMaxWorkerExecuteTime(1)
                .setMaxWorkerExecuteTimeUnit(TimeUnit.HOURS)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        this.loop = new EventLoop(vertx, this::closedFailure);
        this.writers = new WriterQueue(loop, config.limits().writerTimeout(), config.description());
        this.connections = new Connections(config, database, loop, first);
        this.runner = new Runner(loop, config.limits());
        this.retry = new LockRetry(loop, config.limits().lockTimeout());
    }

    /**
     * Opens the database, and makes its file if it is missing. Blocks for some milliseconds.
     *
     * @throws SqliteOpenException if the folder does not exist, or the file cannot be written or is no database
     */
    public static SqlitePool open(SqliteConfig config) {
        Objects.requireNonNull(config, "config");
        DatabaseFile database = new DatabaseFile(config);
        database.check();
        try {
            NativeConnection first = database.connectPatiently();
            try {
                SqliteRows rows = first.run(
                        "select sqlite_version(), (select count(*) from sqlite_schema)",
                        SqlText.of("select"),
                        new Object[0]);
                return new SqlitePool(config, database, first, SqliteVersion.of(rows.single(String.class)));
            } catch (SQLException | RuntimeException e) {
                first.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new SqliteOpenException(
                    config.file(),
                    "Cannot open " + config.description() + " as an SQLite database: " + e.getMessage()
                            + ". Check the file, and whether another program holds it.",
                    e);
        }
    }

    /** The Vert.x whose only event loop runs the statements. It lives and ends with the pool. */
    public Vertx vertx() {
        return vertx;
    }

    public SqliteConfig config() {
        return config;
    }

    /** The pool at this moment, as its event loop sees it. */
    public CompletionStage<SqliteStats> stats() {
        return loop.call(() -> CompletableFuture.completedFuture(
                new SqliteStats(connections.open(), connections.inUse(), writers.waiting() + connections.waiting())));
    }

    /** A connection that takes hold of the database at its first statement. */
    public SqliteConnection connect() {
        return new SqliteConnection(this, sessions.incrementAndGet());
    }

    @Override
    public ReactiveConnection getProxyConnection() {
        return connect();
    }

    @Override
    public ReactiveConnection getProxyConnection(SqlExceptionHelper sqlExceptionHelper) {
        return connect();
    }

    @Override
    public ReactiveConnection getProxyConnection(@Nullable String tenantId) {
        refuseTenant(tenantId);
        return connect();
    }

    @Override
    public CompletionStage<ReactiveConnection> getConnection() {
        return closing ? CompletableFuture.failedFuture(closedFailure()) : CompletableFuture.completedFuture(connect());
    }

    @Override
    public CompletionStage<ReactiveConnection> getConnection(SqlExceptionHelper sqlExceptionHelper) {
        return getConnection();
    }

    @Override
    public CompletionStage<ReactiveConnection> getConnection(@Nullable String tenantId) {
        refuseTenant(tenantId);
        return getConnection();
    }

    @Override
    public CompletionStage<ReactiveConnection> getConnection(
            @Nullable String tenantId, SqlExceptionHelper sqlExceptionHelper) {
        return getConnection(tenantId);
    }

    private static void refuseTenant(@Nullable String tenantId) {
        if (tenantId != null) {
            throw new UnsupportedOperationException(
                    "A SQLite pool serves one database, not one for tenant '" + tenantId + "'. Open a pool for each.");
        }
    }

    @Override
    public CompletionStage<ResultSet> selectJdbcOutsideTransaction(String sql, @Nullable Object[] values) {
        SqliteConnection connection = connect();
        return connection.selectJdbc(sql, values).whenComplete((rows, failure) -> connection.release());
    }

    @Override
    public CompletionStage<Void> getCloseFuture() {
        return closed;
    }

    /**
     * Rolls back what is open, closes all connections and stops the event loop. Returns at once;
     * {@link #getCloseFuture()} tells when it is done.
     */
    @Override
    public void close() {
        if (closing) {
            return;
        }
        closing = true;
        loop.execute(() -> {
            writers.close(closedFailure());
            connections.interrupt();
            runner.idle().thenAccept(idle -> {
                SQLException failure = connections.close(closedFailure());
                vertx.close().onComplete(stopped -> {
                    if (failure == null) {
                        closed.complete(null);
                    } else {
                        closed.completeExceptionally(failure);
                    }
                });
            });
        });
    }

    /** Where statements are logged: as the session factory says that was built last over this pool. */
    void logTo(SqlStatementLogger statements) {
        logger = statements;
    }

    void log(String sql) {
        boolean format = logger.isFormat() && sql.indexOf('\n') < 0;
        logger.logStatement(sql, (format ? FormatStyle.BASIC : FormatStyle.NONE).getFormatter());
    }

    boolean isClosing() {
        return closing;
    }

    IllegalStateException closedFailure() {
        return new IllegalStateException("The pool of " + config.description() + " is closed. Open a new one.");
    }

    EventLoop loop() {
        return loop;
    }

    WriterQueue writers() {
        return writers;
    }

    Connections connections() {
        return connections;
    }

    Runner runner() {
        return runner;
    }

    LockRetry retry() {
        return retry;
    }

    DatabaseMetadata metadata() {
        return version;
    }

    SqlText text(String sql) {
        SqlText text = texts.get(sql);
        if (text == null) {
            text = SqlText.of(sql);
            if (texts.size() >= KNOWN_STATEMENTS) {
                texts.clear();
            }
            texts.put(sql, text);
        }
        return text;
    }

    /** Prepared statements of all connections are out of date. */
    void schemaChanged() {
        schema.incrementAndGet();
    }

    long schema() {
        return schema.get();
    }
}
