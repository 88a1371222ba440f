package dev.unirow.session.internal.operation;

import dev.unirow.session.exception.OperationCancelledException;
import dev.unirow.session.exception.ReadOnlySessionException;
import dev.unirow.session.exception.SessionClosedException;
import dev.unirow.session.exception.TransactionFailedException;
import dev.unirow.session.internal.failure.ClosedDatabase;
import dev.unirow.session.internal.failure.Constraints;
import dev.unirow.session.internal.unit.Engine;
import dev.unirow.session.internal.unit.UnitOfWork;
import dev.unirow.session.internal.wire.BeginMode;
import dev.unirow.session.internal.wire.CallerContext;
import dev.unirow.session.internal.wire.Lineage;
import dev.unirow.session.internal.wire.OperationQueue;
import dev.unirow.session.internal.wire.ParameterStyle;
import dev.unirow.session.internal.wire.SessionLoop;
import dev.unirow.session.internal.wire.TransactionSettings;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The operations of one session on its unit of work, which is made at the first: one after the other, refused after the
 * end and in a failed transaction, their failures translated.
 */
public final class SessionOperations {
    private final Engine engine;
    private final TransactionSettings settings;
    private final Constraints constraints;
    private final String origin;
    private final SessionLoop loop;
    private final OperationQueue queue;
    private final OperationQueue.EarlyEnd earlyEnd = new OperationQueue.EarlyEnd() {
        @Override
        public void request() {
            UnitOfWork present = work;
            if (present != null) {
                present.cancel();
            }
        }

        @Override
        public CompletionStage<Void> settle() {
            UnitOfWork present = work;
            return present == null ? CompletableFuture.completedFuture(null) : present.settle();
        }
    };
    private final SettersInVain setters;
    private volatile @Nullable UnitOfWork work;
    private final Runnable beforeBegin;
    private volatile boolean closed;
    private volatile boolean abandoned;
    private volatile boolean committed;

    /**
     * On a loop of its own; nothing is opened yet.
     *
     * @param origin what the message for a use after the end says of its beginning
     * @param beforeBegin runs on the loop before a connection is taken, and may refuse that
     */
    public SessionOperations(
            Engine engine, Constraints constraints, TransactionSettings settings, String origin, Runnable beforeBegin) {
        this.engine = engine;
        this.constraints = constraints;
        this.settings = settings;
        this.origin = origin;
        this.beforeBegin = beforeBegin;
        this.setters = new SettersInVain(engine.catalog());
        this.loop = engine.newLoop();
        this.queue = new OperationQueue(loop);
    }

    private Throwable translated(Throwable failure) {
        return failure instanceof UnitOfWork.CancelledException
                ? new OperationCancelledException(failure.getCause())
                : ClosedDatabase.translate(failure, constraints, engine.isClosed());
    }

    public SessionLoop loop() {
        return loop;
    }

    /** Whose its transactions are. */
    public Lineage lineage() {
        return settings.lineage();
    }

    boolean isReadOnly() {
        return settings.isReadOnly();
    }

    /** How the database's language marks the parameters of SQL. */
    ParameterStyle parameterStyle() {
        return engine.parameterStyle();
    }

    public void refuseWhereReadOnly(String what) {
        if (isReadOnly()) {
            throw new ReadOnlySessionException(what);
        }
    }

    /** Whether the program itself has to flush what is to be written. */
    public boolean isFlushedByHand() {
        return settings.mode() == BeginMode.TO_READ_FIRST;
    }

    /** Whether a transaction was committed; to be asked after the end. */
    public boolean hasCommitted() {
        return committed;
    }

    /** Whether a transaction is open that another one, begun in the given way, would wait for. */
    public boolean holds(BeginMode asked) {
        return engine.waitsFor(settings.mode(), asked) && work != null && work.inTransaction();
    }

    public void refuseWhereClosed() {
        if (closed || abandoned) {
            throw new SessionClosedException("The session is closed: " + origin);
        }
        if (engine.isClosed()) {
            throw ClosedDatabase.refusal();
        }
        if (engine.hasJoinedEnded()) {
            throw new SessionClosedException(
                    "The transaction of the given Mutiny.Session has ended, and with it the session that joined it. Return "
                            + "the whole pipeline to its withTransaction.");
        }
    }

    /** What Hibernate Reactive has below, on the session's loop alone. */
    public <T> T unwrap(Class<T> type) {
        refuseWhereClosed();
        if (!loop.inThread()) {
            throw new IllegalStateException("Cannot unwrap the session as " + type.getSimpleName()
                    + " here: that can be used on the session's event loop alone. Do so in the work of a scope, as in "
                    + "db.begin(session -> …).");
        }
        return unit().unwrap(type);
    }

    private UnitOfWork unit() {
        UnitOfWork present = work;
        if (present == null) {
            present = engine.newUnitOfWork(settings, beforeBegin);
            if (isReadOnly()) {
                present.watchSetters(setters);
            }
            work = present;
        }
        return present;
    }

    /** An operation that changes something, which a read-only session refuses. */
    public <T extends @Nullable Object> Uni<T> writing(
            String what, Function<UnitOfWork, CompletionStage<T>> operation) {
        return operation(unit -> {
            refuseWhereReadOnly(what);
            return operation.apply(unit);
        });
    }

    /** An operation that a failed transaction refuses. */
    public <T extends @Nullable Object> Uni<T> operation(Function<UnitOfWork, CompletionStage<T>> operation) {
        return Uni.createFrom().deferred(() -> operation(operation, CallerContext.current(), earlyEnd));
    }

    /** An operation that runs to its end whether it is cancelled or not. */
    public <T extends @Nullable Object> Uni<T> whole(Function<UnitOfWork, CompletionStage<T>> operation) {
        return Uni.createFrom().deferred(() -> whole(operation, CallerContext.current()));
    }

    /** {@link #whole(Function)}, with the result delivered by the given executor. */
    <T extends @Nullable Object> Uni<T> whole(Function<UnitOfWork, CompletionStage<T>> operation, Executor caller) {
        return operation(operation, caller, OperationQueue.EarlyEnd.NONE);
    }

    private <T extends @Nullable Object> Uni<T> operation(
            Function<UnitOfWork, CompletionStage<T>> operation, Executor caller, OperationQueue.EarlyEnd end) {
        return step(
                unit -> {
                    Throwable earlier = unit.failure();
                    if (earlier != null) {
                        throw new TransactionFailedException(translated(earlier));
                    }
                    return operation.apply(unit);
                },
                caller,
                end);
    }

    /** An operation that a failed transaction takes too. */
    public <T extends @Nullable Object> Uni<T> step(Function<UnitOfWork, CompletionStage<T>> step) {
        return Uni.createFrom().deferred(() -> step(step, CallerContext.current(), OperationQueue.EarlyEnd.NONE));
    }

    private <T extends @Nullable Object> Uni<T> step(
            Function<UnitOfWork, CompletionStage<T>> step, Executor caller, OperationQueue.EarlyEnd end) {
        return queue.<T>submit(
                        () -> {
                            refuseWhereClosed();
                            return step.apply(unit());
                        },
                        caller,
                        end)
                .onFailure()
                .transform(this::translated);
    }

    /**
     * A step that gives something back, cancelled or not; after the session's end, which gives all back, it is left
     * out.
     */
    public Uni<Void> unlessClosed(Function<UnitOfWork, CompletionStage<Void>> step) {
        return Uni.createFrom().deferred(() -> unlessClosed(step, CallerContext.current()));
    }

    /** {@link #unlessClosed(Function)}, with the end delivered by the given executor. */
    Uni<Void> unlessClosed(Function<UnitOfWork, CompletionStage<Void>> step, Executor caller) {
        return queue.<@Nullable Void>submitEnd(
                        () -> closed || abandoned || work == null
                                ? CompletableFuture.completedFuture(null)
                                : step.apply(work).<@Nullable Void>thenApply(ignored -> null),
                        caller)
                .onFailure(failure -> engine.isClosed()) // which has given everything back
                .recoverWithNull()
                .onFailure()
                .transform(this::translated)
                .replaceWithVoid();
    }

    /** Ends the operation that runs, and refuses those after it: what remains is to close. Called on any thread. */
    public void abandon() {
        abandoned = true;
        setters.close();
        interrupt(); // now, even where a statement keeps the loop busy
        loop.executeUnlessEnded(this::interrupt); // there, what was about to be sent has been
    }

    private void interrupt() {
        UnitOfWork present = work;
        if (present != null) {
            present.interrupt();
        }
    }

    /** The last operation, cancelled or not; those after it are refused, and another end does nothing. */
    public Uni<Void> close(Consumer<@Nullable UnitOfWork> first) {
        return queue.<@Nullable Void>submitEnd(() -> {
                    if (closed) {
                        return CompletableFuture.completedFuture(null);
                    }
                    closed = true;
                    setters.close();
                    committed = work != null && work.hasCommitted();
                    first.accept(work);
                    return work == null
                            ? CompletableFuture.completedFuture(null)
                            : work.close().<@Nullable Void>thenApply(ignored -> null);
                })
                .onFailure(failure -> engine.isClosed()) // which has given everything back
                .recoverWithNull()
                .onFailure()
                .transform(this::translated)
                .replaceWithVoid();
    }
}
