package dev.unirow.sqlite;

import dev.unirow.sqlite.internal.EventLoop;
import dev.unirow.sqlite.internal.InterruptedStatement;
import dev.unirow.sqlite.internal.Watch;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Runs tasks: short ones at once on the event loop, long ones on a worker thread. What is long shows by itself: a
 * statement that only reads is interrupted on the loop when it passes the limit, and starts again on a worker; one that
 * writes is remembered, and runs on a worker from the next time on. Used on the event loop only.
 */
final class Runner {
    private static final int REMEMBERED = 1_000;
    private final EventLoop loop;
    private final Duration inlineLimit;
    private final Duration timeout;
    private final Set<String> slow = new HashSet<>();
    private final Set<CompletableFuture<?>> active = new HashSet<>();

    Runner(EventLoop loop, SqliteConfig.Limits limits) {
        this.loop = loop;
        this.inlineLimit = limits.inlineLimit();
        this.timeout = limits.statementTimeout();
    }

    /** A stage that is done at once when the task ran on the loop; fails with what the task failed with. */
    <T extends @Nullable Object> CompletionStage<T> run(NativeConnection connection, Task<T> task) {
        Watch watch = connection.watch();
        watch.start();
        boolean elsewhere = task.place() != Task.Place.LOOP && (inlineLimit.isZero() || slow.contains(task.sql()));
        if (elsewhere) {
            return onWorker(connection, task);
        }
        if (task.place() == Task.Place.MOVABLE) {
            watch.limitInline(inlineLimit);
        }
        try {
            T value = watched(connection, task);
            if (task.place() != Task.Place.LOOP && watch.elapsedNanos() > inlineLimit.toNanos()) {
                remember(task.sql());
            }
            return CompletableFuture.completedFuture(value);
        } catch (SQLException e) {
            if (watch.reason() == Watch.Reason.TOO_LONG_FOR_THE_LOOP) {
                remember(task.sql());
                return onWorker(connection, task);
            }
            return CompletableFuture.failedFuture(explained(e, watch));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private <T extends @Nullable Object> CompletionStage<T> onWorker(NativeConnection connection, Task<T> task) {
        Watch watch = connection.watch();
        watch.resume();
        CompletableFuture<T> outcome = new CompletableFuture<>();
        active.add(outcome);
        long queued = System.nanoTime();
        loop.onWorker(() -> watched(connection, task)).whenComplete((value, failure) -> {
            if (System.nanoTime() - queued < inlineLimit.toNanos() / 2) {
                slow.remove(task.sql());
            }
            active.remove(outcome);
            if (failure == null) {
                outcome.complete(value);
            } else {
                outcome.completeExceptionally(failure instanceof SQLException e ? explained(e, watch) : failure);
            }
        });
        return outcome;
    }

    private static <T extends @Nullable Object> T watched(NativeConnection connection, Task<T> task)
            throws SQLException {
        try {
            return task.work().on(connection);
        } finally {
            connection.watch().rest();
        }
    }

    /** Completes when nothing runs on a worker any more. */
    CompletionStage<@Nullable Void> idle() {
        return CompletableFuture.allOf(active.toArray(CompletableFuture<?>[]::new))
                .handle((done, failure) -> null);
    }

    private void remember(String sql) {
        if (slow.size() >= REMEMBERED) {
            slow.clear();
        }
        slow.add(sql);
    }

    /** SQLite says of every interruption no more than "interrupted". */
    private SQLException explained(SQLException failure, Watch watch) {
        boolean interrupted =
                failure instanceof SQLiteException sqlite && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_INTERRUPT;
        if (!interrupted || watch.reason() == Watch.Reason.NONE) {
            return failure;
        }
        return watch.reason() == Watch.Reason.TIMED_OUT
                ? new InterruptedStatement(timeout, failure)
                : new InterruptedStatement(null, failure);
    }
}
