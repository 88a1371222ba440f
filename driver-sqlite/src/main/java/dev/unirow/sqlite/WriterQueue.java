package dev.unirow.sqlite;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Lets one connection write at a time, in the order of asking: SQLite has one writer, and answers "busy" instead of
 * queueing. Used on the event loop only; waiting occupies nothing but a place in the queue.
 */
final class WriterQueue {
    private final EventLoop loop;
    private final Duration timeout;
    private final String database;
    private final Deque<Waiter> waiters = new ArrayDeque<>();
    private @Nullable Hold holder;
    private long heldSince;
    private long turns;

    private record Waiter(Hold connection, CompletableFuture<@Nullable Void> turn) {}

    WriterQueue(EventLoop loop, Duration timeout, String database) {
        this.loop = loop;
        this.timeout = timeout;
        this.database = database;
    }

    boolean isFree() {
        return holder == null;
    }

    /** Completes when it is the connection's turn; at once when nobody writes. Cancelling it gives the place up. */
    CompletionStage<@Nullable Void> enter(Hold connection) {
        if (holder == null) {
            hold(connection);
            return CompletableFuture.completedFuture(null);
        }
        Waiter waiter = new Waiter(connection, new CompletableFuture<>());
        waiters.add(waiter);
        long timer = loop.after(timeout, () -> {
            if (waiters.remove(waiter)) {
                waiter.turn.completeExceptionally(timedOut());
            }
        });
        waiter.turn.whenComplete((turn, failure) -> loop.cancel(timer));
        return waiter.turn;
    }

    /** Gives the turn to the next in the queue; nothing happens when the connection does not have it. */
    void leave(Hold connection) {
        if (holder != connection) {
            return;
        }
        holder = null;
        Waiter next = waiters.poll();
        while (next != null && next.turn.isDone()) {
            next = waiters.poll();
        }
        if (next != null) {
            hold(next.connection);
            give(next);
        }
    }

    /** Not on this stack: a long queue would nest one writer's work inside the other's. */
    private void give(Waiter next) {
        long given = turns;
        loop.later(() -> {
            // it may have given up in the meantime, and even have come back for another turn
            if (!next.turn.complete(null) && turns == given) {
                leave(next.connection);
            }
        });
    }

    boolean isHeldBy(Hold connection) {
        return holder == connection;
    }

    /** Fails all that wait. */
    void close(RuntimeException reason) {
        List<Waiter> left = List.copyOf(waiters);
        waiters.clear();
        left.forEach(waiter -> waiter.turn.completeExceptionally(reason));
    }

    int waiting() {
        waiters.removeIf(waiter -> waiter.turn.isDone());
        return waiters.size();
    }

    private void hold(Hold connection) {
        holder = connection;
        heldSince = System.nanoTime();
        turns++;
    }

    private SQLiteException timedOut() {
        Hold writer = holder;
        String found = writer == null
                ? "the writers before it were slow"
                : writer.describe() + " has been writing for "
                        + Duration.ofNanos(System.nanoTime() - heldSince).toMillis() + " ms";
        return new SQLiteException(
                "Waited " + timeout.toMillis() + " ms to write to " + database + ": " + found
                        + ". Keep transactions short; if that one is finished, it leaked: close its session on every path,"
                        + " or raise the writer time-out.",
                SQLiteErrorCode.SQLITE_BUSY);
    }
}
