package dev.unirow.sqlite;

import dev.unirow.sqlite.internal.SqliteFailures;
import dev.unirow.sqlite.internal.Stages;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One session's hold on a database: the connection it borrows, its transaction, its turn among the writers. */
final class Hold {
    private final SqlitePool pool;
    private final long number;
    private final Transaction transaction = new Transaction();
    private volatile boolean closed;
    private volatile boolean connectionChanged;
    private volatile @Nullable Runnable interruption;

    // touched on the event loop only
    private @Nullable NativeConnection connection;
    private @Nullable CompletableFuture<?> waiting;
    private @Nullable CompletableFuture<?> running;
    private @Nullable String lastSql;
    private long operations;

    Hold(SqlitePool pool, long number) {
        this.pool = pool;
        this.number = number;
    }

    Transaction transaction() {
        return transaction;
    }

    /** Nobody else may get the connection as it is. */
    void connectionChanged() {
        connectionChanged = true;
    }

    // ---- transactions

    CompletionStage<Void> begin(TransactionMode mode) {
        Objects.requireNonNull(mode, "mode");
        boolean reads = mode == TransactionMode.READ_ONLY || !pool.config().mayWrite();
        boolean immediate = mode == TransactionMode.IMMEDIATE && !reads;
        String sql = immediate ? "begin immediate" : "begin deferred";
        return pool.loop().call(() -> {
            if (transaction.isOpen()) {
                return failed(new IllegalStateException(
                        "A transaction is open already on " + describe() + ". Commit it or roll it back first."));
            }
            boolean turn = immediate || pool.config().inMemory();
            boolean held = connection != null && !pool.config().inMemory();
            return Stages.map(
                    perform(new Task<>(sql, turn, Task.Place.LOOP, jdbc -> {
                        if (held) { // one that is borrowed now has been looked at
                            jdbc.noticeForeignSchema();
                        }
                        transaction.begin(jdbc, sql, reads);
                        return sql;
                    })),
                    done -> null);
        });
    }

    CompletionStage<Void> commit() {
        return pool.loop().call(() -> {
            if (!transaction.isOpen()) {
                return failed(new IllegalStateException("No transaction is open on " + describe() + "."));
            }
            if (transaction.isLost()) {
                return finish(Transaction.lostFailure());
            }
            return perform(new Task<>("commit", false, Task.Place.LOOP, jdbc -> {
                        transaction.commit(jdbc);
                        return "";
                    }))
                    .handle((done, failure) -> finish(failure))
                    .thenCompose(stage -> stage);
        });
    }

    CompletionStage<Void> rollback() {
        return pool.loop().call(() -> {
            giveUp();
            return afterRunning(() -> finish(null));
        });
    }

    /** Ends the transaction in SQLite if it is still open there, and lets the next writer in. */
    private CompletionStage<Void> finish(@Nullable Throwable reason) {
        Throwable failure = reason;
        NativeConnection jdbc = connection;
        if (jdbc != null && !pool.isClosing()) {
            try {
                transaction.rollBack(jdbc);
            } catch (SQLException e) {
                pool.connections().discard(jdbc);
                connection = null;
                if (failure == null) {
                    failure = SqliteFailures.convert(e, "could not roll back [" + e.getMessage() + "]", "rollback");
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        transaction.forget();
        leaveQueue();
        return failure == null ? CompletableFuture.completedFuture(null) : failed(failure);
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
            giveUp();
            return afterRunning(this::leave);
        });
    }

    private CompletionStage<Void> leave() {
        CompletionStage<Void> ended = finish(null);
        NativeConnection jdbc = connection;
        connection = null;
        if (jdbc != null && !pool.isClosing()) {
            pool.connections().giveBack(jdbc, connectionChanged);
        }
        connectionChanged = false;
        pool.writers().leave(this);
        return ended;
    }

    // ---- operations

    /**
     * Runs the task with a connection, and in this session's turn if that is asked for; outside a transaction the turn
     * ends with the task. A task that comes while another runs on a worker waits for it.
     */
    <T extends @Nullable Object> CompletionStage<T> perform(Task<T> task) {
        if (running != null) {
            return afterRunning(() -> perform(task));
        }
        if (closed || pool.isClosing()) {
            return failed(closed ? closedFailure() : pool.closedFailure());
        }
        if (transaction.isLost()) {
            return failed(Transaction.lostFailure());
        }
        lastSql = task.sql();
        long operation = ++operations;
        CompletionStage<T> stage =
                connection == null ? connected(task).thenCompose(unused -> inTurn(task)) : inTurn(task);
        CompletableFuture<T> outcome = stage.toCompletableFuture();
        if (!outcome.isDone()) {
            outcome.whenComplete((value, failure) -> {
                if (outcome.isCancelled()) {
                    pool.loop().execute(() -> {
                        if (operations == operation) {
                            giveUp();
                        }
                    });
                }
            });
        }
        return outcome;
    }

    private CompletionStage<@Nullable Void> connected(Task<?> task) {
        if (!task.turn() || pool.config().inMemory()) {
            return borrowed();
        }
        return writable()
                .handle((done, failure) -> failure == null
                        ? CompletableFuture.<@Nullable Void>completedFuture(null)
                        : Hold.<@Nullable Void>failed(SqliteFailures.converted(failure, task.sql())))
                .thenCompose(stage -> stage);
    }

    /** A writer queues without a connection, which readers may need. */
    private CompletionStage<@Nullable Void> writable() {
        WriterQueue writers = pool.writers();
        return awaiting(writers.enter(this)).thenCompose(turn -> {
            if (closed) {
                writers.leave(this);
                return Hold.<@Nullable Void>failed(closedFailure());
            }
            if (!pool.connections().isAvailable()) {
                return passed(writers.pass(this)); // who has a connection may be waiting for the turn
            }
            return borrowed().whenComplete((done, failure) -> {
                if (failure != null) {
                    writers.leave(this);
                }
            });
        });
    }

    private CompletionStage<@Nullable Void> passed(WriterQueue.Place place) {
        WriterQueue writers = pool.writers();
        return borrowed()
                .whenComplete((done, failure) -> {
                    if (failure == null) {
                        writers.ready(place);
                    } else {
                        writers.giveUp(place);
                    }
                })
                .thenCompose(done -> awaiting(place.turn()));
    }

    private CompletionStage<@Nullable Void> borrowed() {
        CompletionStage<NativeConnection> lent = awaiting(pool.retry().run(pool.connections()::borrow));
        return lent.handle((jdbc, failure) -> {
                    if (failure != null) {
                        return Hold.<@Nullable Void>failed(SqliteFailures.converted(failure, "open a connection"));
                    }
                    if (closed) {
                        pool.connections().giveBack(jdbc, false);
                        return Hold.<@Nullable Void>failed(closedFailure());
                    }
                    connection = jdbc;
                    return CompletableFuture.<@Nullable Void>completedFuture(null);
                })
                .thenCompose(stage -> stage);
    }

    private <T extends @Nullable Object> CompletionStage<T> inTurn(Task<T> task) {
        boolean held = pool.writers().isHeldBy(this);
        if (!task.turn() || held && transaction.isOpen()) {
            return patiently(task);
        }
        return awaiting(
                        held
                                ? CompletableFuture.<@Nullable Void>completedFuture(null)
                                : pool.writers().enter(this))
                .<T>thenCompose(unused -> closed ? failed(closedFailure()) : patiently(task))
                .handle((value, failure) -> {
                    if (!transaction.isOpen()) {
                        leaveQueue();
                    }
                    return failure == null
                            ? CompletableFuture.completedFuture(value)
                            : Hold.<T>failed(SqliteFailures.converted(failure, task.sql()));
                })
                .thenCompose(stage -> stage);
    }

    private void leaveQueue() {
        // in memory, others would meet the changes on the one connection
        if (!(connectionChanged && pool.config().inMemory() && !closed)) {
            pool.writers().leave(this);
        }
    }

    /** Runs the task now, and again after short pauses while another process holds the lock. */
    private <T extends @Nullable Object> CompletionStage<T> patiently(Task<T> task) {
        CompletionStage<T> stage = awaiting(pool.retry().run(() -> attempt(task)));
        CompletableFuture<T> future = stage.toCompletableFuture();
        if (future.isDone() && !future.isCompletedExceptionally()) {
            return stage;
        }
        return stage.handle((value, failure) -> failure == null
                        ? CompletableFuture.completedFuture(value)
                        : Hold.<T>failed(SqliteFailures.converted(failure, task.sql())))
                .thenCompose(converted -> converted);
    }

    private <T extends @Nullable Object> CompletionStage<T> attempt(Task<T> task) {
        NativeConnection jdbc = connection;
        if (jdbc == null || pool.isClosing()) {
            return failed(pool.isClosing() ? pool.closedFailure() : closedFailure());
        }
        jdbc.expect(pool.schema());
        // BEGIN and COMMIT are not ended half-way
        interruption = task.place() == Task.Place.LOOP ? null : jdbc.watch().stopOfNext();
        CompletableFuture<T> future = pool.runner().run(jdbc, task).toCompletableFuture();
        if (future.isDone() && !future.isCompletedExceptionally()) {
            return future;
        }
        CompletableFuture<T> noticed = future.whenComplete((value, failure) -> {
            running = null;
            if (failure != null && !pool.isClosing()) {
                transaction.noticeLoss(jdbc);
            }
        });
        if (!noticed.isDone()) {
            running = noticed;
        }
        return noticed;
    }

    // ---- waiting

    private <T extends @Nullable Object> CompletionStage<T> afterRunning(Supplier<CompletionStage<T>> next) {
        CompletableFuture<?> current = running;
        return current == null
                ? next.get()
                : current.handle((value, failure) -> next).thenCompose(Supplier::get);
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

    /**
     * Ends what runs or is waited for now; at once, even where that keeps the event loop busy. Called on any thread.
     */
    void interrupt() {
        Runnable present = interruption;
        if (present != null) {
            present.run();
        }
        if (!pool.isClosing()) {
            pool.loop().execute(this::giveUp);
        }
    }

    /** Interrupts what runs on a worker, and ends the waiting for anything else. */
    private void giveUp() {
        NativeConnection jdbc = connection;
        if (running != null && jdbc != null) {
            jdbc.watch().stop();
            return;
        }
        CompletableFuture<?> pending = waiting;
        if (pending != null) {
            waiting = null;
            pending.completeExceptionally(new IllegalStateException("Stopped waiting for '" + lastSql
                    + "': it was cancelled, or its session was rolled back or closed."));
        }
    }

    private static IllegalStateException closedFailure() {
        return new IllegalStateException("This connection is closed: its session has ended. Open another session.");
    }

    private static <T extends @Nullable Object> CompletionStage<T> failed(Throwable failure) {
        return CompletableFuture.failedFuture(failure);
    }

    // ---- questions

    /** The driver's connection below, for work on another thread while this session does nothing else. */
    CompletionStage<Connection> jdbc() {
        return pool.loop().call(() -> {
            connectionChanged(); // for all that is known of that work
            NativeConnection jdbc = connection;
            return jdbc == null ? failed(closedFailure()) : CompletableFuture.completedFuture(jdbc.jdbc());
        });
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
