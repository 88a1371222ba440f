package dev.unirow.session.internal.connect;

import dev.unirow.session.internal.wire.Backend;
import dev.unirow.session.internal.wire.BeginMode;
import dev.unirow.session.internal.wire.ConnectionCounts;
import dev.unirow.session.internal.wire.Driver;
import dev.unirow.session.internal.wire.OpenException;
import dev.unirow.session.internal.wire.ParameterStyle;
import dev.unirow.session.internal.wire.RowCursor;
import dev.unirow.session.internal.wire.Violation;
import dev.unirow.sqlite.SqliteConfig;
import dev.unirow.sqlite.SqliteConnection;
import dev.unirow.sqlite.SqliteCursor;
import dev.unirow.sqlite.SqliteOpenException;
import dev.unirow.sqlite.SqlitePool;
import dev.unirow.sqlite.TransactionMode;
import dev.unirow.sqlite.dialect.SqliteDialect;
import io.vertx.core.Vertx;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.hibernate.reactive.pool.ReactiveConnectionPool;
import org.jspecify.annotations.Nullable;

/** SQLite, through Unirow's own driver: the only class of this module that names it. */
final class SqliteDriver implements Driver {
    /** Python's sqlite3 counts it in seconds; the driver's own options count in milliseconds. */
    private static final String TIMEOUT = "timeout";

    private static final String SERIALIZABLE = "SERIALIZABLE";

    private final SqliteConfig config;

    private SqliteDriver(SqliteConfig config) {
        this.config = config;
    }

    static SqliteDriver of(DatabaseUrl url, ConnectSettings asked) {
        Map<String, String> own = new LinkedHashMap<>();
        ConnectSettings settings = asked;
        for (Map<String, String> options : List.of(asked.options(), url.options())) {
            for (Map.Entry<String, String> option : options.entrySet()) {
                settings = UrlOptions.withShared(option.getKey(), option.getValue(), settings);
            }
            own.putAll(options);
        }
        settings.refuseSearchPath("SQLite");
        requireIsolation(settings.isolation() == null ? SERIALIZABLE : settings.isolation());
        SqliteConfig config = (url.database().isEmpty()
                        ? SqliteConfig.memory()
                        : SqliteConfig.file(path(url.database())))
                .withMaxConnections(settings.pool().size())
                .withWriterTimeout(settings.pool().acquireTimeout())
                .withStatementTimeout(settings.statementTimeout())
                .withStatementCacheSize(settings.statementCacheSize());
        // the driver's own time-outs say it more exactly
        String timeout = own.remove(TIMEOUT);
        if (timeout != null) {
            config = config.withWriterTimeout(seconds(timeout)).withLockTimeout(seconds(timeout));
        }
        for (Map.Entry<String, String> option : own.entrySet()) {
            if (!UrlOptions.isShared(option.getKey())) {
                UrlOptions.requireKnown(url, option.getKey(), SqliteConfig.options());
                config = config.withOption(option.getKey(), option.getValue());
            }
        }
        return new SqliteDriver(config);
    }

    private static void requireIsolation(String isolation) {
        if (!isolation.equals(SERIALIZABLE)) {
            throw new IllegalArgumentException("SQLite has no isolation level " + isolation
                    + ": its transactions are SERIALIZABLE. Ask for that, or for none.");
        }
    }

    private static Path path(String file) {
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("The database URL names no possible file: " + e.getReason() + ".", e);
        }
    }

    private static Duration seconds(String value) {
        try {
            double seconds = Double.parseDouble(value);
            if (seconds > 0 && seconds < 1e9) {
                return Duration.ofMillis(Math.max(1, Math.round(seconds * 1000)));
            }
        } catch (NumberFormatException ignored) {
            // the sentence below says it better
        }
        throw new IllegalArgumentException("The option timeout is a number of seconds above 0, not '" + value + "'.");
    }

    @Override
    public Map<String, Object> dialect() {
        return Map.of(AvailableSettings.DIALECT, SqliteDialect.class.getName());
    }

    @Override
    public Backend open() {
        try {
            return new Opened(SqlitePool.open(config));
        } catch (SqliteOpenException failure) {
            throw new OpenException(String.valueOf(failure.getMessage()), failure);
        }
    }

    /** Over a pool that somebody else opened. */
    static Backend over(ReactiveConnectionPool pool) {
        return new Opened((SqlitePool) pool);
    }

    private record SqliteRowCursor(SqliteCursor cursor) implements RowCursor {
        @Override
        public CompletionStage<ResultSet> read(int rows) {
            return cursor.read(rows);
        }

        @Override
        public boolean hasMore() {
            return cursor.hasMore();
        }

        @Override
        public CompletionStage<Void> close() {
            return cursor.close();
        }
    }

    private static final class Opened implements Backend {
        private final SqlitePool pool;

        Opened(SqlitePool pool) {
            this.pool = pool;
        }

        @Override
        public Vertx vertx() {
            return pool.vertx();
        }

        @Override
        public ReactiveConnectionPool pool() {
            return pool;
        }

        @Override
        public ParameterStyle parameterStyle() {
            return ParameterStyle.QUESTION_MARKS;
        }

        @Override
        public boolean locksAsAWhole() {
            return true;
        }

        @Override
        public CompletionStage<Void> begin(ReactiveConnection connection, BeginMode mode) {
            return ((SqliteConnection) connection)
                    .begin(
                            switch (mode) {
                                case TO_WRITE -> TransactionMode.IMMEDIATE;
                                case TO_READ_FIRST -> TransactionMode.DEFERRED;
                                case READ_ONLY, READ_ONLY_TRANSACTION -> TransactionMode.READ_ONLY;
                            });
        }

        @Override
        public void requireIsolation(String isolation) {
            SqliteDriver.requireIsolation(isolation);
        }

        /** A file has one writer; in memory all transactions share one connection. */
        @Override
        public boolean waitsFor(BeginMode open, BeginMode asked) {
            return pool.config().inMemory() || (open == BeginMode.TO_WRITE && asked == BeginMode.TO_WRITE);
        }

        /** {@code table.column} for a missing value, {@code index 'name'} for an index of expressions. */
        @Override
        public Violation violation(ConstraintViolationException failure) {
            String told = failure.getConstraintName();
            if (told == null) {
                return new Violation(null, null);
            }
            if (failure.getKind() == ConstraintViolationException.ConstraintKind.NOT_NULL) {
                int dot = told.indexOf('.');
                return new Violation(dot < 0 ? null : told.substring(0, dot), told.substring(dot + 1));
            }
            return new Violation(null, told.replaceFirst("^index '(.*)'$", "$1"));
        }

        @Override
        public CompletionStage<RowCursor> openCursor(
                ReactiveConnection connection, String sql, @Nullable Object[] parameters) {
            return ((SqliteConnection) connection).openCursor(sql, parameters).thenApply(SqliteRowCursor::new);
        }

        @Override
        public void interrupt(ReactiveConnection connection) {
            ((SqliteConnection) connection).interrupt();
        }

        /** Interruptions are done on the pool's loop, before what it is asked now. */
        @Override
        public CompletionStage<Boolean> settled(ReactiveConnection connection) {
            return pool.stats().thenApply(stats -> true);
        }

        @Override
        public CompletionStage<ConnectionCounts> counts() {
            return pool.stats()
                    .thenApply(stats -> new ConnectionCounts(
                            stats.open(),
                            Math.min(stats.open(), stats.inUse()), // in memory all sessions share one
                            stats.waiting()));
        }

        @Override
        public CompletionStage<Void> close() {
            pool.close();
            return pool.getCloseFuture();
        }
    }
}
