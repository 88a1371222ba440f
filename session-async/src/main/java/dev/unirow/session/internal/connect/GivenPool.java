package dev.unirow.session.internal.connect;

import dev.unirow.session.internal.wire.Backend;
import dev.unirow.session.internal.wire.ConnectionCounts;
import dev.unirow.session.internal.wire.ParameterStyle;
import dev.unirow.session.internal.wire.RowCursor;
import dev.unirow.session.internal.wire.TransactionSettings;
import dev.unirow.session.internal.wire.Violation;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.MariaDBDialect;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.hibernate.reactive.pool.ReactiveConnectionPool;
import org.jspecify.annotations.Nullable;

/** The pool of a factory that somebody else started and will close; on a server, Hibernate Reactive's own. */
public final class GivenPool {
    private GivenPool() {}

    /** @throws IllegalArgumentException if there is no support for this kind of database */
    public static Backend of(Dialect dialect, ReactiveConnectionPool pool, Vertx vertx) {
        if (pool.getClass().getName().equals("dev.unirow.sqlite.SqlitePool")) {
            return SqliteDriver.over(pool);
        }
        if (dialect instanceof PostgreSQLDialect) {
            return new OnPostgres(pool, vertx);
        }
        if (dialect instanceof MariaDBDialect) {
            return new OnMariaDb(pool, vertx);
        }
        throw new IllegalArgumentException(
                "The session factory is for a database that is not supported: its dialect is "
                        + dialect.getClass().getName()
                        + ". Known are PostgreSQL, MariaDB, and SQLite by dev.unirow:driver-sqlite.");
    }

    /** What servers have in common; its connections have no cursors. */
    private abstract static sealed class OnServer implements Backend {
        private final ReactiveConnectionPool pool;
        private final Vertx vertx;

        OnServer(ReactiveConnectionPool pool, Vertx vertx) {
            this.pool = pool;
            this.vertx = vertx;
        }

        @Override
        public ReactiveConnectionPool pool() {
            return pool;
        }

        @Override
        public Vertx vertx() {
            return vertx;
        }

        /** The pool does not tell. */
        @Override
        public CompletionStage<ConnectionCounts> counts() {
            return CompletableFuture.completedFuture(new ConnectionCounts(0, 0, 0));
        }

        @Override
        public CompletionStage<RowCursor> openCursor(
                ReactiveConnection connection, String sql, @Nullable Object[] parameters) {
            return CompletableFuture.failedFuture(new UnsupportedOperationException(
                    "A long result cannot be streamed over a session factory that was given: its pool has no cursors. "
                            + "Read it in pages, or open the database by its URL."));
        }

        /** The statement runs to its end, and its connection comes back then. */
        @Override
        public void interrupt(ReactiveConnection connection) {}

        @Override
        public CompletionStage<Boolean> settled(ReactiveConnection connection) {
            return CompletableFuture.completedFuture(true);
        }

        @Override
        public CompletionStage<Void> close() {
            return CompletableFuture.completedFuture(null);
        }
    }

    private static final class OnPostgres extends OnServer {
        OnPostgres(ReactiveConnectionPool pool, Vertx vertx) {
            super(pool, vertx);
        }

        @Override
        public ParameterStyle parameterStyle() {
            return ParameterStyle.NUMBERED;
        }

        @Override
        public List<String> afterBegin(TransactionSettings settings) {
            return PostgresDriver.transactionSettings(settings);
        }

        @Override
        public CompletionStage<Void> commitAfterFailure(ReactiveConnection connection) {
            return PostgresDriver.committedAfterFailure(connection);
        }

        @Override
        public Violation violation(ConstraintViolationException failure) {
            return PostgresDriver.violationOf(failure).orElseGet(() -> super.violation(failure));
        }
    }

    private static final class OnMariaDb extends OnServer {
        OnMariaDb(ReactiveConnectionPool pool, Vertx vertx) {
            super(pool, vertx);
        }

        @Override
        public ParameterStyle parameterStyle() {
            return ParameterStyle.QUESTION_MARKS_AND_BACKSLASHES;
        }

        @Override
        public List<String> beforeBegin(TransactionSettings settings) {
            return MariaDbDriver.transactionSettings(settings);
        }

        @Override
        public Violation violation(ConstraintViolationException failure) {
            return MariaDbDriver.violationOf(failure).orElseGet(() -> super.violation(failure));
        }
    }
}
