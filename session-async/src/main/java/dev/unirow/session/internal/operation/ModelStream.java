package dev.unirow.session.internal.operation;

import dev.unirow.session.exception.StreamCutOffException;
import dev.unirow.session.internal.unit.ModelCursor;
import dev.unirow.session.internal.unit.UnitOfWork;
import dev.unirow.session.internal.wire.CallerContext;
import dev.unirow.session.internal.wire.CursorEndedException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One subscription to a stream. Each batch is an operation of the session, asked for when the one before is used up, so
 * that others have their turn between; whatever the end, the last operation closes the cursor.
 */
final class ModelStream<T> {
    private static final int BATCH = 500;

    private final SessionOperations operations;
    private final Class<?> type;
    private final Function<UnitOfWork, ModelCursor<T>> opening;
    private final Function<UnitOfWork, List<Object>> drained;
    private final Executor subscriber;
    private @Nullable ModelCursor<T> cursor;

    /**
     * To be made where it is subscribed to: models are delivered on that Vert.x context.
     *
     * @param type of what is streamed
     * @param opening makes the cursor, before what is pending is sent
     */
    ModelStream(
            SessionOperations operations,
            Class<?> type,
            Function<UnitOfWork, ModelCursor<T>> opening,
            Function<UnitOfWork, List<Object>> drained) {
        this.operations = operations;
        this.type = type;
        this.opening = opening;
        this.drained = drained;
        this.subscriber = CallerContext.current();
    }

    Multi<T> models() {
        return Multi.createFrom()
                .resource(() -> this, stream -> stream.batches())
                .withFinalizer(
                        ModelStream::close, (stream, failure) -> stream.closeQuietly(), ModelStream::closeQuietly);
    }

    private Multi<T> batches() {
        return Multi.createBy()
                .repeating()
                .uni(this::nextBatch)
                .whilst(batch -> !batch.last())
                .onItem()
                .transformToMultiAndConcatenate(batch -> Multi.createFrom().iterable(batch.models()));
    }

    private Uni<ModelCursor.Batch<T>> nextBatch() {
        // whole: what was read before stays of use to the session, which a cancelled statement would take with it
        return operations.<ModelCursor.Batch<T>>whole(
                unit -> {
                    if (cursor != null) {
                        return batch(unit, cursor);
                    }
                    ModelCursor<T> opened = opening.apply(unit);
                    cursor = opened;
                    return sent(unit).thenCompose(flushed -> batch(unit, opened));
                },
                subscriber);
    }

    private CompletionStage<ModelCursor.Batch<T>> batch(UnitOfWork unit, ModelCursor<T> opened) {
        return unit.read(opened, BATCH).exceptionally(failure -> {
            for (Throwable each = failure; each != null; each = each.getCause()) {
                if (each instanceof CursorEndedException) {
                    throw new StreamCutOffException(type, each);
                }
            }
            throw failure instanceof CompletionException wrapped ? wrapped : new CompletionException(failure);
        });
    }

    private CompletionStage<Void> sent(UnitOfWork unit) {
        return operations.isReadOnly() ? CompletableFuture.completedFuture(null) : unit.flush(drained.apply(unit));
    }

    /** A session that is closed has closed its cursors. */
    private Uni<Void> close() {
        return operations.unlessClosed(
                unit -> cursor == null ? CompletableFuture.completedFuture(null) : unit.end(cursor), subscriber);
    }

    private Uni<Void> closeQuietly() {
        return close().onFailure().recoverWithNull().replaceWithVoid();
    }
}
