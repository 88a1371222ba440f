package dev.unirow.sqlite;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.sqlclient.spi.DatabaseMetadata;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.hibernate.engine.jdbc.spi.SqlExceptionHelper;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.hibernate.reactive.pool.ReactiveConnectionPool;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One SQLite database under Hibernate Reactive. Every statement runs on the one event loop of {@link #vertx()}: at once when
 * called there, else in turn. Safe to call from any thread.
 */
public final class SqlitePool implements ReactiveConnectionPool, AutoCloseable {
    private static final Logger LOG = Logger.getLogger("dev.unirow.sqlite");
    private static final int KNOWN_STATEMENTS = 2_000;

    private final SqliteConfig config;
    private final DatabaseFile database;
    private final Vertx vertx;
    private final EventLoop loop;
    private final WriterQueue writers;
    private final SqliteVersion version;
    private final AtomicLong connections = new AtomicLong();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private volatile boolean closing;

    // touched on the event loop only
    private final Deque<NativeConnection> idle = new ArrayDeque<>();
    private final Set<NativeConnection> lent = new HashSet<>();
    private final Deque<CompletableFuture<NativeConnection>> waiters = new ArrayDeque<>();
    private final Map<String, SqlText> texts = new LinkedHashMap<>();
    private int borrowers;
    private long schema;

    private SqlitePool(SqliteConfig config, DatabaseFile database, NativeConnection first, SqliteVersion version) {
        this.config = config;
        this.database = database;
        this.version = version;
        this.vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                // a long query occupies this loop by design
                .setBlockedThreadCheckInterval(1)
                .setBlockedThreadCheckIntervalUnit(TimeUnit.HOURS)
                .setMaxEventLoopExecuteTime(1)
                .setMaxEventLoopExecuteTimeUnit(TimeUnit.HOURS)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        this.loop = new EventLoop(vertx, this::closedFailure);
        this.writers = new WriterQueue(loop, config.limits().writerTimeout(), config.description());
        idle.add(first);
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
        return loop.call(() -> {
            int waiting = writers.waiting();
            for (CompletableFuture<NativeConnection> waiter : waiters) {
                waiting += waiter.isDone() ? 0 : 1;
            }
            return CompletableFuture.completedFuture(
                    new SqliteStats(idle.size() + lent.size(), config.inMemory() ? borrowers : lent.size(), waiting));
        });
    }

    /** A connection that takes hold of the database at its first statement. */
    public SqliteConnection connect() {
        return new SqliteConnection(this, connections.incrementAndGet());
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
     * Rolls back what is open, closes all connections and stops the event loop. Returns at once; {@link #getCloseFuture()}
     * tells when it is done.
     */
    @Override
    public void close() {
        if (closing) {
            return;
        }
        closing = true;
        loop.execute(() -> {
            SQLException failure = null;
            waiters.forEach(waiter -> waiter.completeExceptionally(closedFailure()));
            waiters.clear();
            writers.close(closedFailure());
            idle.addAll(lent);
            lent.clear();
            for (NativeConnection connection : idle) {
                try {
                    connection.close();
                } catch (SQLException e) {
                    failure = e;
                }
            }
            idle.clear();
            SQLException found = failure;
            vertx.close().onComplete(stopped -> {
                if (found == null) {
                    closed.complete(null);
                } else {
                    closed.completeExceptionally(found);
                }
            });
        });
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
        schema++;
    }

    long schema() {
        return schema;
    }

    /** Lends a connection; in memory all borrowers have the same one, and use it in their turn among the writers. */
    CompletionStage<NativeConnection> borrow() throws SQLException {
        if (closing) {
            throw closedFailure();
        }
        if (config.inMemory()) {
            borrowers++;
            return CompletableFuture.completedFuture(idle.element());
        }
        if (!idle.isEmpty() || lent.size() < config.limits().maxConnections()) {
            NativeConnection connection = idle.isEmpty() ? database.connect() : idle.pop();
            lent.add(connection);
            return CompletableFuture.completedFuture(connection);
        }
        CompletableFuture<NativeConnection> waiter = new CompletableFuture<>();
        waiters.add(waiter);
        long timer = loop.after(config.limits().writerTimeout(), () -> {
            if (waiters.remove(waiter)) {
                waiter.completeExceptionally(new SqlitePoolExhaustedException(
                        config.limits().maxConnections(), config.limits().writerTimeout(), config.description()));
            }
        });
        waiter.whenComplete((connection, failure) -> loop.cancel(timer));
        return waiter;
    }

    /** Takes a connection back. One with changed pragmas gets those of the configuration again. */
    void giveBack(NativeConnection connection, boolean changed) {
        try {
            if (changed) {
                database.configure(connection);
            }
        } catch (SQLException e) {
            discard(connection);
            return;
        }
        if (config.inMemory()) {
            borrowers--;
            return;
        }
        if (!lent.remove(connection)) {
            return; // the pool was closed meanwhile
        }
        CompletableFuture<NativeConnection> waiter = waiters.poll();
        while (waiter != null && waiter.isDone()) {
            waiter = waiters.poll();
        }
        if (waiter == null) {
            idle.push(connection);
            return;
        }
        CompletableFuture<NativeConnection> next = waiter;
        lent.add(connection);
        loop.later(() -> {
            if (!next.complete(connection)) {
                giveBack(connection, false);
            }
        });
    }

    /** Closes a connection whose state is unknown. The one of a database in memory stays: the data live in it. */
    void discard(NativeConnection connection) {
        if (config.inMemory()) {
            borrowers--;
            return;
        }
        if (lent.remove(connection)) {
            try {
                connection.close();
            } catch (SQLException e) {
                LOG.warnf(e, "A broken connection to %s could not be closed.", config.description());
            }
        }
    }
}
