package dev.unirow.session.internal.wire;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The operations of one session, one after the other in the order of their arrival on its loop. A Hibernate session
 * answers overlapping operations with assertion failures.
 *
 * <p>Only primitive operations are queued: one that waited for another of the same session would wait for ever. An
 * operation frees its place when it has ended, not when its subscriber has lost interest; its {@link EarlyEnd} may
 * bring that about. One that was cancelled before its turn is not started at all, unless it gives something back.
 */
public final class OperationQueue {
    private final SessionLoop loop;
    private final Deque<Operation<?>> waiting = new ArrayDeque<>();
    private boolean busy;
    private boolean draining;
    private @Nullable Operation<?> running;

    public OperationQueue(SessionLoop loop) {
        this.loop = loop;
    }

    /**
     * An operation that queues up at each subscription; its result is delivered on the subscriber's Vert.x context, if
     * any.
     */
    public <T extends @Nullable Object> Uni<T> submit(Supplier<? extends CompletionStage<? extends T>> work) {
        return Uni.createFrom().deferred(() -> submit(work, CallerContext.current()));
    }

    /** {@link #submit(Supplier)}, with the result delivered by the given executor. */
    public <T extends @Nullable Object> Uni<T> submit(
            Supplier<? extends CompletionStage<? extends T>> work, Executor caller) {
        return submit(work, caller, EarlyEnd.NONE);
    }

    /**
     * {@link #submit(Supplier, Executor)} of an operation that is ended early where its subscriber cancels while it
     * runs.
     */
    public <T extends @Nullable Object> Uni<T> submit(
            Supplier<? extends CompletionStage<? extends T>> work, Executor caller, EarlyEnd end) {
        return Uni.createFrom().emitter(emitter -> {
            Operation<T> operation = new Operation<>(work, emitter, caller, end);
            emitter.onTermination(() -> abandon(operation));
            enter(operation);
        });
    }

    /**
     * An operation that gives something back, as closing does. It has its turn also where its subscriber is gone by
     * then: Mutiny cancels what {@code eventually} and {@code onTermination().call()} wait for, and asks for it no
     * second time.
     */
    public <T extends @Nullable Object> Uni<T> submitEnd(Supplier<? extends CompletionStage<? extends T>> work) {
        return Uni.createFrom().deferred(() -> submitEnd(work, CallerContext.current()));
    }

    /** {@link #submitEnd(Supplier)}, with the result delivered by the given executor. */
    public <T extends @Nullable Object> Uni<T> submitEnd(
            Supplier<? extends CompletionStage<? extends T>> work, Executor caller) {
        return Uni.createFrom().emitter(emitter -> enter(new Operation<>(work, emitter, caller, EarlyEnd.NONE)));
    }

    private void enter(Operation<?> operation) {
        loop.execute(() -> {
            waiting.add(operation);
            drain();
        });
    }

    /** Called on any thread, and also after the end. */
    private void abandon(Operation<?> operation) {
        operation.abandoned = true;
        if (operation.started && !operation.over) {
            loop.executeUnlessEnded(() -> endEarly(operation));
        }
    }

    /** On the loop, so that it is this operation that runs, and stays it until its end was looked after. */
    private void endEarly(Operation<?> operation) {
        if (running == operation && !operation.endedEarly) {
            operation.endedEarly = true;
            operation.end.request();
        }
    }

    private void drain() {
        if (draining) {
            return; // the frame below goes on: no recursion however many operations end at once
        }
        draining = true;
        try {
            while (!busy) {
                Operation<?> next = waiting.poll();
                if (next == null) {
                    return;
                }
                if (!next.abandoned) {
                    start(next);
                }
            }
        } finally {
            draining = false;
        }
    }

    private <T extends @Nullable Object> void start(Operation<T> operation) {
        busy = true;
        running = operation;
        operation.started = true;
        CompletionStage<? extends T> stage;
        try {
            stage = operation.work.get();
        } catch (Throwable failure) {
            ended(operation, null, failure);
            return;
        }
        stage.whenComplete((result, failure) -> {
            if (!loop.executeUnlessEnded(() -> ended(operation, result, failure))) {
                operation.deliver(result, failure);
                failWaiting();
            }
        });
        if (operation.abandoned) { // meanwhile, by somebody who saw it waiting
            endEarly(operation);
        }
    }

    /** The loop ended under an operation, and with it the only thread that looks at those after it. */
    private void failWaiting() {
        for (Operation<?> next = waiting.poll(); next != null; next = waiting.poll()) {
            next.deliver(null, new RejectedExecutionException("The event loop of the session has ended."));
        }
    }

    private <T extends @Nullable Object> void ended(
            Operation<T> operation, @Nullable T result, @Nullable Throwable failure) {
        running = null;
        if (!operation.endedEarly) {
            free(operation, result, failure);
            return;
        }
        Stages.attempt(operation.end::settle).whenComplete((settled, problem) -> {
            if (!loop.executeUnlessEnded(() -> free(operation, result, failure == null ? problem : failure))) {
                failWaiting();
            }
        });
    }

    private <T extends @Nullable Object> void free(
            Operation<T> operation, @Nullable T result, @Nullable Throwable failure) {
        busy = false;
        operation.over = true;
        operation.deliver(result, failure);
        drain();
    }

    /** How an operation that nobody waits for any more is ended before its time. On the loop. */
    public interface EarlyEnd {
        /** Nothing is done: it takes the time that it takes. */
        EarlyEnd NONE = new EarlyEnd() {
            @Override
            public void request() {}

            @Override
            public CompletionStage<Void> settle() {
                return CompletableFuture.completedFuture(null);
            }
        };

        /** While the operation runs. Returns at once. */
        void request();

        /** When it has ended, before the next one: after this, the request can do nothing any more. */
        CompletionStage<Void> settle();
    }

    private static final class Operation<T extends @Nullable Object> {
        private final Supplier<? extends CompletionStage<? extends T>> work;
        private final UniEmitter<? super T> emitter;
        private final Executor caller;
        private final EarlyEnd end;
        private volatile boolean abandoned;
        private volatile boolean started;
        private volatile boolean over;
        private boolean endedEarly;

        Operation(
                Supplier<? extends CompletionStage<? extends T>> work,
                UniEmitter<? super T> emitter,
                Executor caller,
                EarlyEnd end) {
            this.work = work;
            this.emitter = emitter;
            this.caller = caller;
            this.end = end;
        }

        @SuppressWarnings("NullAway") // a Uni of a nullable type takes null
        void deliver(@Nullable T result, @Nullable Throwable failure) {
            caller.execute(() -> {
                if (failure == null) {
                    emitter.complete(result);
                } else {
                    emitter.fail(
                            failure instanceof CompletionException && failure.getCause() != null
                                    ? failure.getCause()
                                    : failure);
                }
            });
        }
    }
}
