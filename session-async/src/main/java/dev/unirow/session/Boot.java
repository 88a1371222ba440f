package dev.unirow.session;

import dev.unirow.session.exception.SessionClosedException;
import dev.unirow.session.internal.wire.CallerContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Starts a database's engine once, when it is first asked for; after a failure, again. Thread-safe. */
final class Boot {
    private final Supplier<Started> start;
    private @Nullable CompletableFuture<Started> running;
    private volatile @Nullable Started started;
    private boolean closed;

    Boot(Supplier<Started> start) {
        this.start = start;
    }

    /** What runs; null before the start. */
    @Nullable Started orNull() {
        return started;
    }

    /**
     * What runs, after waiting for the start.
     *
     * @throws IllegalStateException if it does not run yet, and the caller is on an event loop
     * @throws SessionClosedException if it was closed
     */
    Started get() {
        Started present = started;
        if (present != null) {
            return present;
        }
        refuseWhereClosed();
        if (Context.isOnEventLoopThread()) {
            throw new IllegalStateException(
                    "The database has not started yet, and starting it blocks, which the event loop "
                            + "of the caller must not. Use a scope (session, begin, read, connect), or ping() first.");
        }
        try {
            return starting().join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }

    /** {@link #get()} without blocking; a Uni per call. */
    <T extends @Nullable Object> Uni<T> then(Function<Started, Uni<T>> use) {
        Started present = started;
        if (present != null) {
            Uni<T> used = use.apply(present);
            return Uni.createFrom().deferred(() -> {
                refuseWhereClosed(); // in the meantime: the threads of what was started are gone
                return used;
            });
        }
        return Uni.createFrom()
                .deferred(() -> Uni.createFrom().completionStage(this::starting).emitOn(CallerContext.current()))
                .chain(opened -> use.apply(opened));
    }

    /** Starts on the calling thread, where that takes no time. */
    synchronized void startHere() {
        Started result = start.get();
        started = result;
        running = CompletableFuture.completedFuture(result);
    }

    private synchronized void refuseWhereClosed() {
        if (closed) {
            throw new SessionClosedException("The database is closed: close() was called on it. Open it anew.");
        }
    }

    private synchronized CompletableFuture<Started> starting() {
        refuseWhereClosed();
        if (running == null || running.isCompletedExceptionally()) {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            running = CompletableFuture.supplyAsync(() -> startWith(loader), Boot::inBackground);
        }
        return running;
    }

    /** On a thread that keeps no process alive; those of Mutiny's executor would for a minute. */
    private static void inBackground(Runnable start) {
        Thread thread = new Thread(start, "unirow-start");
        thread.setDaemon(true);
        thread.start();
    }

    /** Models and drivers are found by the class loader of whoever uses the database first. */
    private Started startWith(@Nullable ClassLoader loader) {
        Thread thread = Thread.currentThread();
        ClassLoader former = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return started(start.get());
        } finally {
            thread.setContextClassLoader(former);
        }
    }

    /** What a close that came in between ends is not to be found here. */
    private synchronized Started started(Started result) {
        if (!closed) {
            started = result;
        }
        return result;
    }

    /** Ends what runs, also what is about to. */
    synchronized CompletionStage<Void> close() {
        closed = true;
        started = null;
        return running == null
                ? CompletableFuture.completedFuture(null)
                : running.handle((result, failure) -> result)
                        .thenCompose(result -> result == null
                                ? CompletableFuture.<Void>completedFuture(null)
                                : result.engine().close());
    }
}
