package dev.unirow.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.hibernate.engine.jdbc.internal.FormatStyle;
import org.hibernate.engine.jdbc.spi.SqlStatementLogger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One session's hold on a database: the connection it borrows, its transaction, its turn among the writers. */
final class Hold {
    private static final Logger LOG = Logger.getLogger("dev.unirow.sqlite");
    private static final SqlStatementLogger STATEMENTS = new SqlStatementLogger(false, false);
    private static final long LONGEST_PAUSE_MILLIS = 50;

    private final SqlitePool pool;
    private final long number;
    private volatile boolean inTransaction;
    private volatile boolean closed;

    // touched on the event loop only
    private @Nullable NativeConnection connection;
    private @Nullable CompletableFuture<?> waiting;
    private @Nullable String lastSql;
    private long operations;
    private boolean pragmasChanged;
    private boolean readOnly;
    private boolean lost;

    @FunctionalInterface
    private interface Work<T> {
        T on(NativeConnection connection) throws SQLException;
    }

    Hold(SqlitePool pool, long number) {
        this.pool = pool;
        this.number = number;
    }

    // ---- transactions

    /**
     * Begins a transaction, when it is this connection's turn if the mode asks for it.
     *
     * @return fails with a LockAcquisitionException when the turn does not come within the writer time-out
     */
    CompletionStage<Void> begin(TransactionMode mode) {
        Objects.requireNonNull(mode, "mode");
        boolean writes = mode != TransactionMode.READ_ONLY && pool.config().mayWrite();
        String sql = writes && mode == TransactionMode.IMMEDIATE ? "begin immediate" : "begin deferred";
        return pool.loop().call(() -> {
            if (inTransaction) {
                return failed(new IllegalStateException(
                        "A transaction is open already on " + describe() + ". Commit it or roll it back first."));
            }
            boolean turn = sql.equals("begin immediate") || pool.config().inMemory();
            CompletionStage<String> begun = operation(turn, sql, jdbc -> {
                jdbc.control(sql);
                inTransaction = true;
                readOnly = !writes;
                jdbc.queryOnly(readOnly);
                return sql;
            });
            return Stages.map(begun, done -> null);
        });
    }

    /** Commits. When SQLite refuses, the transaction is rolled back, and the failure says why. */
    CompletionStage<Void> commit() {
        return pool.loop().call(() -> {
            if (!inTransaction) {
                return failed(new IllegalStateException("No transaction is open on " + describe() + "."));
            }
            if (lost) {
                return finish(lostFailure());
            }
            return operation(false, "commit", jdbc -> {
                        jdbc.control("commit");
                        inTransaction = false;
                        jdbc.queryOnly(false);
                        return "";
                    })
                    .handle((done, failure) -> finish(failure))
                    .thenCompose(stage -> stage);
        });
    }

    /** Rolls back; gives up the place in the queue of a transaction that is still to begin. Without a transaction nothing happens. */
    CompletionStage<Void> rollback() {
        return pool.loop().call(() -> {
            giveUpWaiting();
            return finish(null);
        });
    }

    /** Ends the transaction in SQLite if it is still open there, and lets the next writer in. */
    private CompletionStage<Void> finish(@Nullable Throwable reason) {
        Throwable failure = reason;
        NativeConnection jdbc = connection;
        if (inTransaction && jdbc != null && !pool.isClosing()) {
            try {
                if (!lost) {
                    jdbc.control("rollback");
                }
                jdbc.queryOnly(false);
            } catch (SQLException e) {
                pool.discard(jdbc);
                connection = null;
                if (failure == null) {
                    failure = SqliteFailures.convert(e, "could not roll back [" + e.getMessage() + "]", "rollback");
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        inTransaction = false;
        readOnly = false;
        lost = false;
        leaveQueue();
        return failure == null ? CompletableFuture.completedFuture(null) : failed(failure);
    }

    boolean isTransactionInProgress() {
        return inTransaction;
    }

    /** Rolls back an open transaction and gives the connection back. Closing twice is harmless. */
    CompletionStage<Void> close() {
        if (pool.isClosing()) { // which rolls back and closes everything
            closed = true;
            return CompletableFuture.completedFuture(null);
        }
        return pool.loop().call(() -> {
            if (closed) {
                return CompletableFuture.completedFuture(null);
            }
            closed = true;
            giveUpWaiting();
            CompletionStage<Void> ended = finish(null);
            NativeConnection jdbc = connection;
            connection = null;
            if (jdbc != null) {
                pool.giveBack(jdbc, pragmasChanged);
            }
            pragmasChanged = false;
            pool.writers().leave(this);
            return ended;
        });
    }

    CompletionStage<Connection> jdbc() {
        return pool.loop().call(() -> {
            NativeConnection jdbc = connection;
            if (jdbc == null) {
                return failed(closedFailure());
            }
            pool.schemaChanged();
            return CompletableFuture.completedFuture(jdbc.jdbc());
        });
    }

    // ---- statements

    CompletionStage<SqliteRows> run(String sql, @Nullable Object[] values) {
        Objects.requireNonNull(sql, "sql");
        return pool.loop().call(() -> {
            SqlText text = admit(sql);
            return operation(needsTurn(text), sql, jdbc -> runNow(jdbc, sql, text, values));
        });
    }

    private SqliteRows runNow(NativeConnection jdbc, String sql, SqlText text, @Nullable Object[] values)
            throws SQLException {
        SqliteRows rows = jdbc.run(sql, text, values);
        if (text.kind() == SqlText.Kind.SCHEMA) {
            pool.schemaChanged();
        }
        pragmasChanged |= text.kind() == SqlText.Kind.PRAGMA;
        return rows;
    }

    /** Runs the statement for each row of values. Without a transaction around it all or none of them happen. */
    CompletionStage<int[]> update(String sql, List<Object[]> batch) {
        return pool.loop().call(() -> {
            SqlText text = admit(sql);
            return operation(needsTurn(text), sql, jdbc -> {
                if (inTransaction) {
                    return updateEach(jdbc, sql, text, batch);
                }
                jdbc.control("begin immediate");
                try {
                    int[] counts = updateEach(jdbc, sql, text, batch);
                    jdbc.control("commit");
                    return counts;
                } catch (SQLException | RuntimeException e) {
                    rollbackAfter(jdbc, e);
                    throw e;
                }
            });
        });
    }

    private int[] updateEach(NativeConnection jdbc, String sql, SqlText text, List<Object[]> batch)
            throws SQLException {
        int[] counts = new int[batch.size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = runNow(jdbc, sql, text, batch.get(i)).rowCount();
        }
        return counts;
    }

    private static void rollbackAfter(NativeConnection jdbc, Exception failure) {
        try {
            if (jdbc.inTransaction()) {
                jdbc.control("rollback");
            }
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private SqlText admit(String sql) {
        STATEMENTS.logStatement(sql, FormatStyle.NONE.getFormatter());
        SqlText text = pool.text(sql);
        if (text.kind() == SqlText.Kind.TRANSACTION) {
            throw new IllegalArgumentException("Begin, commit and roll back through the session, not by the statement '"
                    + sql + "': the driver must know when a transaction ends.");
        }
        if (text.kind() == SqlText.Kind.SAVEPOINT && !inTransaction) {
            throw new IllegalStateException("A savepoint needs an open transaction: '" + sql + "'.");
        }
        boolean reads = text.kind() == SqlText.Kind.READ || text.kind() == SqlText.Kind.SAVEPOINT;
        if (!reads && (readOnly || !pool.config().mayWrite())) {
            throw new ReadOnlyRefusal(sql, pool.config());
        }
        return text;
    }

    private boolean needsTurn(SqlText text) {
        if (readOnly && inTransaction) {
            return pool.config().inMemory();
        }
        return pool.config().inMemory() || (text.kind() != SqlText.Kind.READ && text.kind() != SqlText.Kind.SAVEPOINT);
    }

    /**
     * Runs the work with a connection, and in this connection's turn if that is asked for; outside a transaction the turn
     * ends with the work.
     */
    private <T extends @Nullable Object> CompletionStage<T> operation(boolean turn, String sql, Work<T> work) {
        if (closed || pool.isClosing()) {
            return failed(closed ? closedFailure() : pool.closedFailure());
        }
        if (lost) {
            return failed(lostFailure());
        }
        lastSql = sql;
        long operation = ++operations;
        CompletionStage<T> stage = connection == null
                ? borrowed().thenCompose(unused -> inTurn(turn, sql, work))
                : inTurn(turn, sql, work);
        CompletableFuture<T> outcome = stage.toCompletableFuture();
        if (!outcome.isDone()) {
            outcome.whenComplete((value, failure) -> {
                if (outcome.isCancelled()) {
                    pool.loop().execute(() -> {
                        if (operations == operation) {
                            giveUpWaiting();
                        }
                    });
                }
            });
        }
        return outcome;
    }

    private CompletionStage<@Nullable Void> borrowed() {
        try {
            return awaiting(pool.borrow()).thenApply(lent -> {
                if (closed) {
                    pool.giveBack(lent, false);
                    throw closedFailure();
                }
                connection = lent;
                return null;
            });
        } catch (SQLException e) {
            return failed(converted(e, "open a connection"));
        }
    }

    private <T extends @Nullable Object> CompletionStage<T> inTurn(boolean turn, String sql, Work<T> work) {
        if (!turn || pool.writers().isHeldBy(this)) {
            return patiently(sql, work);
        }
        return awaiting(pool.writers().enter(this))
                .<T>thenCompose(unused -> closed ? failed(closedFailure()) : patiently(sql, work))
                .handle((value, failure) -> {
                    if (!inTransaction) {
                        leaveQueue();
                    }
                    return failure == null
                            ? CompletableFuture.completedFuture(value)
                            : Hold.<T>failed(converted(failure, sql));
                })
                .thenCompose(stage -> stage);
    }

    private void leaveQueue() {
        // in memory, others would meet the changed pragmas on the one connection
        if (!(pragmasChanged && pool.config().inMemory() && !closed)) {
            pool.writers().leave(this);
        }
    }

    /** Runs the work now, and again after short pauses while another process holds the lock. */
    private <T extends @Nullable Object> CompletionStage<T> patiently(String sql, Work<T> work) {
        try {
            return CompletableFuture.completedFuture(attempt(work));
        } catch (SQLException e) {
            if (!SqliteFailures.isForeignLock(e)) {
                return failed(converted(e, sql));
            }
            CompletableFuture<T> outcome = new CompletableFuture<>();
            long deadline =
                    System.nanoTime() + pool.config().limits().lockTimeout().toNanos();
            retryLater(e, sql, work, awaiting(outcome).toCompletableFuture(), deadline, 1);
            return outcome;
        }
    }

    private <T extends @Nullable Object> void retryLater(
            SQLException reason, String sql, Work<T> work, CompletableFuture<T> outcome, long deadline, long pause) {
        if (System.nanoTime() - deadline >= 0) {
            outcome.completeExceptionally(converted(reason, sql));
            return;
        }
        pool.loop().after(Duration.ofMillis(pause), () -> {
            if (outcome.isDone()) {
                return; // cancelled, rolled back or closed meanwhile
            }
            try {
                outcome.complete(attempt(work));
            } catch (SQLException e) {
                if (SqliteFailures.isForeignLock(e)) {
                    retryLater(e, sql, work, outcome, deadline, Math.min(2 * pause, LONGEST_PAUSE_MILLIS));
                } else {
                    outcome.completeExceptionally(converted(e, sql));
                }
            } catch (RuntimeException e) {
                outcome.completeExceptionally(e);
            }
        });
    }

    private <T extends @Nullable Object> T attempt(Work<T> work) throws SQLException {
        NativeConnection jdbc = connection;
        if (jdbc == null || pool.isClosing()) {
            throw pool.isClosing() ? pool.closedFailure() : closedFailure();
        }
        jdbc.expect(pool.schema());
        try {
            return work.on(jdbc);
        } catch (SQLException e) {
            lost = inTransaction && !jdbc.inTransaction();
            throw e;
        }
    }

    /** Remembers what this connection waits for, so that rolling back and closing can end the waiting. */
    private <T extends @Nullable Object> CompletionStage<T> awaiting(CompletionStage<T> stage) {
        CompletableFuture<T> future = stage.toCompletableFuture();
        if (!future.isDone()) {
            waiting = future;
            future.whenComplete((value, failure) -> {
                if (waiting == future) {
                    waiting = null;
                }
            });
        }
        return stage;
    }

    private void giveUpWaiting() {
        CompletableFuture<?> pending = waiting;
        if (pending != null) {
            waiting = null;
            pending.completeExceptionally(new IllegalStateException("Stopped waiting for '" + lastSql
                    + "': it was cancelled, or its session was rolled back or closed."));
        }
    }

    private static Throwable converted(Throwable failure, String sql) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof SQLException sqlFailure
                ? SqliteFailures.convert(
                        sqlFailure, "error executing SQL statement [" + cause.getMessage() + "] [" + sql + "]", sql)
                : cause;
    }

    private IllegalStateException closedFailure() {
        return new IllegalStateException("This connection is closed: its session has ended. Open another session.");
    }

    private IllegalStateException lostFailure() {
        return new IllegalStateException(
                "SQLite has rolled this transaction back after the failure of an earlier statement."
                        + " Roll back, and do the work again.");
    }

    private static <T extends @Nullable Object> CompletionStage<T> failed(Throwable failure) {
        return CompletableFuture.failedFuture(failure);
    }

    /** Who this is, in messages. */
    String describe() {
        String sql = lastSql;
        return "connection " + number
                + (sql == null
                        ? ""
                        : " (last statement: '" + (sql.length() > 120 ? sql.substring(0, 120) + "…" : sql) + "')");
    }

    boolean isWriting() {
        return pool.writers().isHeldBy(this);
    }
}
