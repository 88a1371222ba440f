package dev.unirow.session;

import dev.unirow.session.internal.operation.PendingModels;
import dev.unirow.session.internal.operation.SessionOperations;
import dev.unirow.session.internal.unit.Savepoint;
import dev.unirow.session.internal.unit.UnitOfWork;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Work behind a savepoint of a session's transaction: kept when it ends, taken back when it fails or is cancelled. */
final class NestedWork {
    private final SessionOperations operations;
    private final PendingModels pending;
    private final Function<UnitOfWork, List<Object>> drained;
    private @Nullable Savepoint savepoint; // touched within operations only, which run one after the other

    private NestedWork(
            SessionOperations operations, PendingModels pending, Function<UnitOfWork, List<Object>> drained) {
        this.operations = operations;
        this.pending = pending;
        this.drained = drained;
    }

    static <T extends @Nullable Object> Uni<T> run(
            AsyncSession session,
            Function<? super AsyncSession, ? extends Uni<T>> work,
            SessionOperations operations,
            PendingModels pending,
            Function<UnitOfWork, List<Object>> drained) {
        return Uni.createFrom().deferred(() -> {
            NestedWork nested = new NestedWork(operations, pending, drained);
            return nested.begin()
                    .<T>chain(() -> Scopes.work(session, work))
                    .call(nested::keep)
                    .onFailure()
                    .call(nested::takeBackAfter)
                    .onCancellation()
                    .call(nested::takeBack);
        });
    }

    private Uni<Void> begin() {
        // whole: what it flushes is of the transaction around
        return operations.whole(unit -> {
            operations.refuseWhereReadOnly("nest a part of a transaction");
            return unit.mark(drained.apply(unit)).thenAccept(made -> savepoint = made);
        });
    }

    private Uni<Void> keep() {
        return operations.operation(unit -> {
            Savepoint mark = savepoint;
            return mark == null ? CompletableFuture.completedFuture(null) : unit.release(mark, drained.apply(unit));
        });
    }

    private Uni<Void> takeBackAfter(Throwable failure) {
        return takeBack().onFailure().invoke(failure::addSuppressed).onFailure().recoverWithNull();
    }

    private Uni<Void> takeBack() {
        return Uni.createFrom().deferred(() -> {
            List<Object> added = pending.all(); // what is added from now on is none of this work's
            return operations.unlessClosed(unit -> {
                Savepoint mark = savepoint;
                if (mark == null) {
                    return CompletableFuture.completedFuture(null);
                }
                savepoint = null; // who is cancelled while this waits asks once more
                added.forEach(pending::remove);
                return unit.rollBackTo(mark);
            });
        });
    }
}
