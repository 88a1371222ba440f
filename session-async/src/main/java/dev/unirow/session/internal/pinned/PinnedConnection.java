package dev.unirow.session.internal.pinned;

import dev.unirow.session.internal.wire.Backend;
import dev.unirow.session.internal.wire.BeginMode;
import dev.unirow.session.internal.wire.Lineage;
import dev.unirow.session.internal.wire.Stages;
import io.vertx.sqlclient.TransactionRollbackException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.jspecify.annotations.Nullable;

/**
 * The connection that all sessions share, and the transactions that are open on it, each inside of the one before. What
 * is sent runs in the order in which it was asked for, and nothing that has begun waits for anything else: so no two
 * sessions can wait for each other. Used on one event loop.
 */
final class PinnedConnection {
    private static final String CONFLICT =
            "What one transaction had written was taken back with another one, inside of "
                    + "which it ran on the only connection of a database that is opened with rollbackOnly(). With a connection "
                    + "of its own it would have stayed: a test of that is one with isolation = COPY.";
    private static final String OVER =
            "rollbackAll() took back what was done in this transaction, which ended with it.";

    private final Backend backend;
    private final Habits habits;
    private final Turns turns;
    private final List<PinnedTransaction> open = new ArrayList<>();
    private final List<PinnedTransaction> all = new ArrayList<>();
    private CompletionStage<?> last = CompletableFuture.completedFuture(null);
    private @Nullable CompletionStage<ReactiveConnection> pinned;
    private @Nullable PinnedTransaction aborted;
    private boolean conflict;
    private long clock;
    private int epoch;

    PinnedConnection(Backend backend, Habits habits, Duration patience) {
        this.backend = backend;
        this.habits = habits;
        this.turns = new Turns(patience);
    }

    /** Which of the transactions that {@link #rollbackAll()} ends is the present one. */
    int epoch() {
        return epoch;
    }

    /** The connection, in the transaction that is never committed. */
    CompletionStage<ReactiveConnection> ready() {
        CompletionStage<ReactiveConnection> present = pinned;
        if (present == null) {
            CompletionStage<ReactiveConnection> opening =
                    Stages.attempt(() -> backend.pool().getConnection()).thenCompose(this::begun);
            pinned = opening;
            opening.whenComplete((connection, failure) -> {
                if (failure != null && pinned == opening) {
                    pinned = null;
                }
            });
            return opening;
        }
        return present;
    }

    private CompletionStage<ReactiveConnection> begun(ReactiveConnection connection) {
        return Stages.attempt(() -> backend.begin(connection, BeginMode.TO_WRITE))
                .<CompletionStage<ReactiveConnection>>handle((begun, failure) -> failure == null
                        ? CompletableFuture.completedFuture(connection)
                        : Stages.alwaysThen(CompletableFuture.failedFuture(failure), connection::close))
                .thenCompose(stage -> stage);
    }

    private <T extends @Nullable Object> CompletionStage<T> inOrder(
            Function<ReactiveConnection, CompletionStage<T>> work) {
        CompletionStage<T> done = last.handle((result, failure) -> ready())
                .thenCompose(stage -> stage)
                .thenCompose(connection -> Stages.attempt(() -> work.apply(connection)));
        last = done;
        return done;
    }

    /**
     * Begins a transaction inside of those that are open.
     *
     * @param patient whether it may wait until those of other scopes have ended
     */
    CompletionStage<PinnedTransaction> begin(Lineage lineage, boolean patient) {
        return patient && !mayBegin(lineage)
                ? turns.await(lineage, backend.vertx()).thenCompose(come -> begin(lineage))
                : begin(lineage);
    }

    /** What is open ends by itself only if it is a scope, and not one that waits for this lineage. */
    private boolean mayBegin(Lineage lineage) {
        return open.isEmpty()
                || !open.get(open.size() - 1).lineage().isScope()
                || lineage.isWithin(open.get(open.size() - 1).lineage());
    }

    private CompletionStage<PinnedTransaction> begin(Lineage lineage) {
        PinnedTransaction transaction = transaction(lineage);
        open.add(transaction);
        return inOrder(connection -> recovered(connection, transaction)
                        .thenCompose(ready -> connection.executeUnprepared("SAVEPOINT " + transaction.name())))
                .thenApply(done -> transaction);
    }

    private PinnedTransaction transaction(Lineage lineage) {
        PinnedTransaction transaction = new PinnedTransaction("unirow_pinned_" + ++clock, lineage, clock);
        all.add(transaction);
        return transaction;
    }

    /** Sends a statement of a transaction. */
    <T extends @Nullable Object> CompletionStage<T> send(
            PinnedTransaction transaction, String sql, Function<ReactiveConnection, CompletionStage<T>> statement) {
        habits.refuseToEnd(sql);
        Long back = transaction.sent(sql, ++clock);
        if (back != null) {
            takeBack(transaction, back);
        } else if (Habits.writes(sql)) {
            transaction.wrote(clock);
        }
        return inOrder(connection -> recovered(connection, transaction)
                .thenCompose(ready -> Stages.attempt(() -> statement.apply(connection)))
                .whenComplete((answer, failure) -> {
                    if (failure != null && habits.abortsTransactions()) {
                        aborted = transaction;
                    } else if (back != null && aborted == transaction) {
                        aborted = null;
                    }
                }));
    }

    /** Sends a statement that stands for itself: its failure leaves everything as it was. */
    <T extends @Nullable Object> CompletionStage<T> sendAlone(
            Lineage lineage, String sql, Function<ReactiveConnection, CompletionStage<T>> statement) {
        habits.refuseToEnd(sql);
        PinnedTransaction alone = transaction(lineage);
        alone.end();
        if (Habits.writes(sql)) {
            alone.wrote(++clock);
        }
        return inOrder(connection -> recovered(connection, alone)
                .thenCompose(ready -> connection.executeUnprepared("SAVEPOINT " + alone.name()))
                .thenCompose(marked -> Stages.attempt(() -> statement.apply(connection))
                        .handle((answer, failure) -> failure == null
                                ? release(connection, alone).thenApply(released -> answer)
                                : Stages.alwaysThen(
                                        CompletableFuture.<T>failedFuture(failure), () -> rollback(connection, alone)))
                        .thenCompose(stage -> stage)));
    }

    /** Keeps what the transaction did, as a part of that around it. */
    CompletionStage<Void> commit(PinnedTransaction transaction) {
        transaction.requireUsable();
        if (transaction.isAborted()) {
            return Stages.alwaysThen(
                    CompletableFuture.failedFuture(TransactionRollbackException.INSTANCE), () -> rollback(transaction));
        }
        transaction.end();
        PinnedTransaction released = ended();
        CompletionStage<Void> committed = inOrder(connection -> aborted == transaction
                ? Stages.alwaysThen(CompletableFuture.<Void>failedFuture(TransactionRollbackException.INSTANCE), () -> {
                    takeBack(transaction, transaction.began());
                    return rollback(connection, transaction);
                })
                : released == null ? CompletableFuture.completedFuture(null) : release(connection, released));
        turns.next(this::mayBegin);
        return committed;
    }

    /** Takes those from the stack that have ended; the lowest of them, whose release is that of all. */
    private @Nullable PinnedTransaction ended() {
        PinnedTransaction lowest = null;
        while (!open.isEmpty() && open.get(open.size() - 1).hasEnded()) {
            lowest = open.remove(open.size() - 1);
        }
        return lowest;
    }

    /** Takes back what the transaction did, and others inside of it. */
    CompletionStage<Void> rollback(PinnedTransaction transaction) {
        if (!open.contains(transaction)) {
            return CompletableFuture.completedFuture(null); // it went with another one, or with all
        }
        transaction.end();
        takeBack(transaction, transaction.began());
        open.remove(transaction);
        PinnedTransaction released = ended();
        CompletionStage<Void> rolledBack = inOrder(connection -> {
            aborted = null;
            return rollback(connection, transaction)
                    .thenCompose(done ->
                            released == null ? CompletableFuture.completedFuture(null) : release(connection, released));
        });
        turns.next(this::mayBegin);
        return rolledBack;
    }

    /** Notes that what was written and begun since is gone; who loses by it what it would have kept is to know. */
    private void takeBack(PinnedTransaction by, long since) {
        for (PinnedTransaction other : all) {
            if (other != by && other.wroteSince(since)) {
                conflict = true;
                other.lose(CONFLICT);
            }
        }
        for (PinnedTransaction other : List.copyOf(open)) {
            if (other != by && other.began() > since) {
                other.lose(CONFLICT);
                open.remove(other);
            }
        }
        by.takenBackTo(since);
    }

    /** Ends the failure of another transaction, in which nothing could be sent. */
    private CompletionStage<Void> recovered(ReactiveConnection connection, PinnedTransaction next) {
        PinnedTransaction failed = aborted;
        if (failed == null || failed == next) {
            return CompletableFuture.completedFuture(null);
        }
        aborted = null;
        failed.abort();
        takeBack(failed, failed.innermostSince());
        return connection.executeUnprepared("ROLLBACK TO SAVEPOINT " + failed.innermost());
    }

    private static CompletionStage<Void> release(ReactiveConnection connection, PinnedTransaction transaction) {
        return connection.executeUnprepared("RELEASE SAVEPOINT " + transaction.name());
    }

    private static CompletionStage<Void> rollback(ReactiveConnection connection, PinnedTransaction transaction) {
        transaction.takenBackTo(-1);
        return connection
                .executeUnprepared("ROLLBACK TO SAVEPOINT " + transaction.name())
                .thenCompose(done -> release(connection, transaction));
    }

    /** The connection, where it is there already. */
    @Nullable ReactiveConnection present() {
        return pinned == null ? null : pinned.toCompletableFuture().getNow(null);
    }

    /**
     * Takes back everything, ends what is open, and gives the connection back. Fails, after that, where a transaction
     * was taken back with another one.
     */
    CompletionStage<Void> rollbackAll() {
        epoch++;
        open.forEach(transaction -> transaction.lose(OVER));
        open.clear();
        all.clear();
        boolean failed = conflict;
        conflict = false;
        turns.failAll(OVER);
        CompletionStage<Void> done = last.handle((result, failure) -> end()).thenCompose(stage -> stage);
        last = done;
        return done.thenRun(() -> {
            if (failed) {
                throw new IllegalStateException(CONFLICT);
            }
        });
    }

    private CompletionStage<Void> end() {
        CompletionStage<ReactiveConnection> ended = pinned;
        pinned = null;
        aborted = null;
        return ended == null
                ? CompletableFuture.completedFuture(null)
                : ended.thenCompose(
                        connection -> Stages.alwaysThen(connection.rollbackTransaction(), connection::close));
    }
}
