package dev.unirow.sqlite.internal;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The one thread that runs every statement of a pool, and so guards all of its state without locks. */
public final class EventLoop {
    /**
     * A result that is there at once lets the caller go on within the same stack, to its next statement. Every so many
     * results one starts a new stack, or a long chain of statements would overflow it.
     */
    private static final int LONGEST_INLINE_RUN = 16;

    private final Vertx vertx;
    private final ContextInternal root;
    private final Supplier<? extends RuntimeException> stopped;
    private int inline;

    /** @param stopped what work fails with that comes when the loop has ended */
    public EventLoop(Vertx vertx, Supplier<? extends RuntimeException> stopped) {
        this.vertx = vertx;
        this.stopped = stopped;
        this.root = (ContextInternal) vertx.getOrCreateContext();
    }

    public boolean isCurrent() {
        return root.nettyEventLoop().inEventLoop();
    }

    /**
     * Runs the work at once when called on the loop, else there as soon as it is free. The result arrives on the
     * context of the caller, or on the loop when the caller has none or has closed its Vert.x.
     */
    public <T extends @Nullable Object> CompletionStage<T> call(Supplier<CompletionStage<T>> work) {
        Context caller = Vertx.currentContext();
        if (isCurrent()) {
            Context here = caller == null ? root : caller;
            CompletionStage<T> stage = guarded(work);
            CompletableFuture<T> now = stage.toCompletableFuture();
            if (!now.isDone()) {
                return deliver(stage, new CompletableFuture<>(), here);
            }
            if (++inline % LONGEST_INLINE_RUN == 0) {
                CompletableFuture<T> result = new CompletableFuture<>();
                return later(here, () -> deliver(stage, result, here)) ? result : stage;
            }
            return now.isCompletedExceptionally() ? deliver(stage, new CompletableFuture<>(), here) : stage;
        }
        CompletableFuture<T> result = new CompletableFuture<>();
        try {
            root.runOnContext(unused -> {
                if (!result.isDone()) { // nobody has cancelled it meanwhile
                    deliver(guarded(work), result, caller == null ? root : caller);
                }
            });
        } catch (RejectedExecutionException e) {
            result.completeExceptionally(stopped.get());
        }
        return result;
    }

    /** Runs blocking work on a worker thread; its outcome arrives on the loop. */
    public @SuppressWarnings("NullAway") // Vert.x says nothing of nulls; null goes through as it is
    <T extends @Nullable Object> CompletionStage<T> onWorker(Callable<T> work) {
        CompletableFuture<T> outcome = new CompletableFuture<>();
        root.executeBlocking(work, false).onComplete(done -> {
            if (done.succeeded()) {
                outcome.complete(done.result());
            } else {
                outcome.completeExceptionally(done.cause());
            }
        });
        return outcome;
    }

    /** Runs the action on the loop after a while; the number cancels it. */
    @CanIgnoreReturnValue
    public long after(Duration delay, Runnable action) {
        return vertx.setTimer(Math.max(1, delay.toMillis()), unused -> action.run());
    }

    public void cancel(long timer) {
        vertx.cancelTimer(timer);
    }

    /** Runs the action on the loop, after what is on the stack now. */
    public void later(Runnable action) {
        root.runOnContext(unused -> action.run());
    }

    /** Runs the action on the loop, at once when called there. */
    public void execute(Runnable action) {
        if (isCurrent()) {
            action.run();
        } else {
            later(action);
        }
    }

    private static <T extends @Nullable Object> CompletionStage<T> guarded(Supplier<CompletionStage<T>> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @CanIgnoreReturnValue
    private static <T extends @Nullable Object> CompletionStage<T> deliver(
            CompletionStage<T> stage, CompletableFuture<T> result, Context caller) {
        stage.whenComplete((value, failure) -> {
            if (Vertx.currentContext() == caller || !later(caller, () -> complete(result, value, failure))) {
                complete(result, value, failure);
            }
        });
        // a caller that gives up must reach what still waits
        result.whenComplete((value, failure) -> {
            if (result.isCancelled()) {
                stage.toCompletableFuture().cancel(false);
            }
        });
        return result;
    }

    /**
     * False once the Vert.x of the caller was closed, who then gets the result on this loop: if it was lost, so would
     * be the turn of a writer that waits for it.
     */
    private static boolean later(Context caller, Runnable action) {
        try {
            caller.runOnContext(unused -> action.run());
            return true;
        } catch (RejectedExecutionException closed) {
            return false;
        }
    }

    private static <T extends @Nullable Object> void complete(
            CompletableFuture<T> result, T value, @Nullable Throwable failure) {
        if (failure == null) {
            result.complete(value);
        } else {
            result.completeExceptionally(Stages.unwrapped(failure));
        }
    }
}
