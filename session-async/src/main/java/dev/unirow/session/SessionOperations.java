package dev.unirow.session;

import dev.unirow.session.internal.hr.BeginMode;
import dev.unirow.session.internal.hr.Engine;
import dev.unirow.session.internal.hr.OperationQueue;
import dev.unirow.session.internal.hr.SessionLoop;
import dev.unirow.session.internal.hr.UnitOfWork;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The operations of one session on its unit of work, which is made at the first: one after the other, refused after the end and
 * in a failed transaction, their failures translated.
 */
final class SessionOperations {
    private final Engine engine;
    private final BeginMode beginMode;
    private final String origin;
    private final SessionLoop loop;
    private final OperationQueue queue;
    private @Nullable UnitOfWork work;
    private volatile boolean closed;

    /**
     * On a loop of its own; nothing is opened yet.
     *
     * @param origin what the message for a use after the end says of its beginning
     */
    SessionOperations(Engine engine, BeginMode beginMode, String origin) {
        this.engine = engine;
        this.beginMode = beginMode;
        this.origin = origin;
        this.loop = engine.newLoop();
        this.queue = new OperationQueue(loop);
    }

    SessionLoop loop() {
        return loop;
    }

    boolean isReadOnly() {
        return beginMode == BeginMode.READ_ONLY;
    }

    void refuseWhereReadOnly(String what) {
        if (isReadOnly()) {
            throw new ReadOnlySessionException(what);
        }
    }

    void refuseWhereClosed() {
        if (closed) {
            throw new SessionClosedException("The session is closed: " + origin);
        }
    }

    /** An operation that changes something, which a read-only session refuses. */
    <T extends @Nullable Object> Uni<T> writing(String what, Function<UnitOfWork, CompletionStage<T>> operation) {
        return operation(unit -> {
            refuseWhereReadOnly(what);
            return operation.apply(unit);
        });
    }

    /** An operation that a failed transaction refuses. */
    <T extends @Nullable Object> Uni<T> operation(Function<UnitOfWork, CompletionStage<T>> operation) {
        return step(unit -> {
            Throwable earlier = unit.failure();
            if (earlier != null) {
                throw new TransactionFailedException(Failures.translate(earlier));
            }
            return operation.apply(unit);
        });
    }

    /** An operation that a failed transaction takes too. */
    <T extends @Nullable Object> Uni<T> step(Function<UnitOfWork, CompletionStage<T>> step) {
        return queue.<T>submit(() -> {
                    refuseWhereClosed();
                    if (work == null) {
                        work = engine.newUnitOfWork(beginMode);
                    }
                    return step.apply(work);
                })
                .onFailure()
                .transform(Failures::translate);
    }

    /** The last operation; those after it are refused, and another end does nothing. */
    Uni<Void> close(Consumer<@Nullable UnitOfWork> first) {
        return queue.<@Nullable Void>submit(() -> {
                    if (closed) {
                        return CompletableFuture.completedFuture(null);
                    }
                    closed = true;
                    first.accept(work);
                    return work == null
                            ? CompletableFuture.completedFuture(null)
                            : work.close().<@Nullable Void>thenApply(ignored -> null);
                })
                .onFailure()
                .transform(Failures::translate)
                .replaceWithVoid();
    }
}
