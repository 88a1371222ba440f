package dev.unirow.sqlite;

import dev.unirow.sqlite.internal.EventLoop;
import dev.unirow.sqlite.internal.SqliteFailures;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tries again on a timer while another process holds a lock: SQLite's own waiting would block the event loop. */
final class LockRetry {
    private static final long LONGEST_PAUSE_MILLIS = 10;
    private final EventLoop loop;
    private final Duration timeout;

    LockRetry(EventLoop loop, Duration timeout) {
        this.loop = loop;
        this.timeout = timeout;
    }

    /**
     * The outcome of the first attempt that no lock stood in the way of. Completing the result otherwise ends the
     * attempts.
     */
    <T extends @Nullable Object> CompletionStage<T> run(Supplier<CompletionStage<T>> attempt) {
        CompletableFuture<T> first = attempt.get().toCompletableFuture();
        if (first.isDone() && !first.isCompletedExceptionally()) {
            return first;
        }
        CompletableFuture<T> outcome = new CompletableFuture<>();
        settle(first, attempt, outcome, System.nanoTime() + timeout.toNanos(), 1);
        return outcome;
    }

    private <T extends @Nullable Object> void settle(
            CompletionStage<T> attempted,
            Supplier<CompletionStage<T>> attempt,
            CompletableFuture<T> outcome,
            long deadline,
            long pause) {
        CompletableFuture<T> pending = attempted.toCompletableFuture();
        if (!pending.isDone()) {
            // who stops waiting must not be given anything any more, for instance a connection
            outcome.whenComplete((value, failure) -> pending.cancel(false));
        }
        attempted.whenComplete((value, failure) -> {
            if (failure == null) {
                outcome.complete(value);
            } else if (!SqliteFailures.isForeignLock(failure) || System.nanoTime() - deadline >= 0) {
                outcome.completeExceptionally(failure);
            } else {
                loop.after(Duration.ofMillis(pause), () -> {
                    if (!outcome.isDone()) {
                        settle(attempt.get(), attempt, outcome, deadline, Math.min(2 * pause, LONGEST_PAUSE_MILLIS));
                    }
                });
            }
        });
    }
}
