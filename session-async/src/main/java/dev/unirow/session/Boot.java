package dev.unirow.session;

import dev.unirow.session.internal.hr.CallerContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
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
     */
    Started get() {
        Started present = started;
        if (present != null) {
            return present;
        }
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
            return use.apply(present);
        }
        return Uni.createFrom()
                .deferred(() -> Uni.createFrom().completionStage(this::starting).emitOn(CallerContext.current()))
                .chain(opened -> use.apply(opened));
    }

    private synchronized CompletableFuture<Started> starting() {
        if (closed) {
            return CompletableFuture.failedFuture(
                    new IllegalStateException("The database is closed: close() was called on it."));
        }
        if (running == null || running.isCompletedExceptionally()) {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            running = CompletableFuture.supplyAsync(() -> startWith(loader), Infrastructure.getDefaultExecutor());
        }
        return running;
    }

    /** Models and drivers are found by the class loader of whoever uses the database first. */
    private Started startWith(@Nullable ClassLoader loader) {
        Thread thread = Thread.currentThread();
        ClassLoader former = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            Started result = start.get();
            started = result;
            return result;
        } finally {
            thread.setContextClassLoader(former);
        }
    }

    /** Ends what runs, also what is about to. */
    synchronized CompletionStage<Void> close() {
        closed = true;
        return running == null
                ? CompletableFuture.completedFuture(null)
                : running.handle((result, failure) -> result)
                        .thenCompose(result -> result == null
                                ? CompletableFuture.<Void>completedFuture(null)
                                : result.engine().close());
    }
}
