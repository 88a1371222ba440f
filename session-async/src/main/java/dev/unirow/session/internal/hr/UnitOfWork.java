package dev.unirow.session.internal.hr;

import dev.unirow.query.HqlMutation;
import dev.unirow.query.HqlQuery;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.hibernate.LockMode;
import org.hibernate.LockOptions;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.EntityKey;
import org.hibernate.engine.spi.PersistenceContext;
import org.hibernate.engine.spi.Status;
import org.hibernate.internal.SessionFactoryImpl;
import org.hibernate.proxy.HibernateProxy;
import org.jspecify.annotations.Nullable;

/**
 * The managed models of one session and their transactions, one after the other. Hibernate Reactive knows transactions only as
 * a callback; here they are steps. Made and used on the session's loop, one operation at a time.
 *
 * <p>A transaction in which a flush, a commit or a statement failed is rolled back at once and stays {@linkplain #failure()
 * failed} until {@link #rollback()}.
 */
public final class UnitOfWork {
    private final SessionConnection connection;
    private final TrackedSession session;
    private @Nullable Throwable failure;

    UnitOfWork(SessionFactoryImpl factory, SessionConnection connection) {
        this.connection = connection;
        session = new TrackedSession(factory, connection);
    }

    /** Why the present transaction can only be rolled back; null while it can go on. */
    public @Nullable Throwable failure() {
        return failure;
    }

    /** Whether a transaction is open on the database. */
    public boolean inTransaction() {
        return connection.isBegun();
    }

    /** Takes new models in the given order, then sends all that changed. */
    public CompletionStage<Void> flush(List<?> added) {
        return guarded(() -> persistAll(added).thenCompose(ignored -> session.reactiveAutoflush()), true);
    }

    /** Flushes and commits. Managed models stay as they are. */
    public CompletionStage<Void> commit(List<?> added) {
        return guarded(
                () -> persistAll(added)
                        .thenCompose(ignored -> session.reactiveAutoflush())
                        .thenCompose(ignored -> session.getReactiveActionQueue().beforeTransactionCompletion())
                        .thenCompose(ignored -> connection.commit())
                        .thenCompose(ignored -> session.getReactiveActionQueue().afterTransactionCompletion(true))
                        .thenRun(() -> {
                            // without this, lock modes outlive the commit and a later lock sends no SQL
                            session.getPersistenceContextInternal().afterTransactionCompletion();
                            session.transactionCommitted();
                        }),
                true);
    }

    private CompletionStage<Void> persistAll(List<?> added) {
        CompletionStage<Void> all = CompletableFuture.completedFuture(null);
        for (Object model : added) {
            all = all.thenCompose(ignored -> {
                session.referByKey(model, added);
                return session.reactivePersist(model);
            });
        }
        return all;
    }

    /** Ends the transaction, on the database and in memory; a failed one can go on after this. */
    public CompletionStage<Void> rollback() {
        failure = null;
        return undo();
    }

    private CompletionStage<Void> undo() {
        return Stages.alwaysThen(
                connection.rollback(),
                () -> Stages.alwaysThen(session.getReactiveActionQueue().afterTransactionCompletion(false), () -> {
                    session.getPersistenceContextInternal().afterTransactionCompletion();
                    session.transactionRolledBack();
                    return CompletableFuture.completedFuture(null);
                }));
    }

    /** The managed model or the row with this key; null when absent, and when deleted in this session. */
    public <T> CompletionStage<@Nullable T> find(Class<T> type, Object key) {
        return guarded(() -> isDeleted(type, key) ? noModel() : session.reactiveFind(type, key), false);
    }

    /** Flushes, then finds. */
    public <T> CompletionStage<@Nullable T> find(Class<T> type, Object key, List<?> added) {
        return flush(added).thenCompose(ignored -> find(type, key));
    }

    private static <T> CompletionStage<@Nullable T> noModel() {
        return CompletableFuture.completedFuture(null);
    }

    private boolean isDeleted(Class<?> type, Object key) {
        PersistenceContext context = session.getPersistenceContextInternal();
        var persister = session.getFactory().getMappingMetamodel().getEntityDescriptor(type);
        Object managed = context.getEntity(new EntityKey(key, persister));
        EntityEntry entry = managed == null ? null : context.getEntry(managed);
        return entry != null && entry.getStatus().isDeletedOrGone();
    }

    /** Flushes, then runs the query; an unmodifiable list. */
    public <R> CompletionStage<List<R>> list(HqlQuery<R> query, List<?> added) {
        return flush(added).thenCompose(ignored -> list(query));
    }

    /** Runs the query, past what is not flushed; an unmodifiable list. */
    public <R> CompletionStage<List<R>> list(HqlQuery<R> query) {
        return guarded(
                () -> session.select(query).getReactiveResultList().thenApply(Collections::unmodifiableList), false);
    }

    /** Models that this session will not track, to be {@linkplain #read read} as they are wanted; sends nothing. */
    public <R> ModelCursor<R> cursor(HqlQuery<R> query) {
        return new ModelCursor<>(session.factory(), connection, query);
    }

    /** The next models of a cursor, in the present transaction; {@link CursorEndedException} where that is another one. */
    public <R> CompletionStage<ModelCursor.Batch<R>> read(ModelCursor<R> cursor, int models) {
        return guarded(() -> cursor.next(models), false);
    }

    /** Reads no more of a cursor. */
    public CompletionStage<Void> end(ModelCursor<?> cursor) {
        return guarded(cursor::close, false);
    }

    /** Flushes, then runs the statement, past the managed models; how many rows it changed. */
    public CompletionStage<Integer> execute(HqlMutation mutation, List<?> added) {
        return flush(added).thenCompose(ignored -> guarded(() -> session.execute(mutation), false));
    }

    /**
     * Flushes, then inserts a row with the key that the model has, if any.
     *
     * @param unlessInTheWay whether a row that breaks a unique constraint with it is no failure
     * @return the managed model of the new row; null where another was in its way
     */
    public <T> CompletionStage<@Nullable T> insert(Class<T> type, Object model, boolean unlessInTheWay, List<?> added) {
        return flush(added)
                .thenCompose(ignored -> guarded(() -> new RowInsert(session, model).run(unlessInTheWay), false))
                .thenCompose(key -> key == null ? noModel() : find(type, key));
    }

    /** Puts all loaded values of a detached model over its row, and flushes; the model is as the row then. */
    public CompletionStage<Void> merge(Object model) {
        return guarded(
                () -> {
                    session.referByKey(model, List.of());
                    return session.reactiveMerge(model)
                            .thenCompose(managed ->
                                    session.reactiveAutoflush().thenRun(() -> session.copyState(managed, model)));
                },
                true);
    }

    /** Copies the loaded values of a managed model to another one of the same row. */
    public void copyState(Object managed, Object into) {
        session.copyState(managed, into);
    }

    /** Loads what stands for a row or a collection, whichever session it came from; the same object. */
    public <T extends @Nullable Object> CompletionStage<T> fetch(T reference) {
        return guarded(() -> session.reactiveFetch(reference, false), false);
    }

    /** Forgets a model, with what was changed in it since the last flush. */
    public void detach(Object model) {
        session.evict(model);
    }

    /** Reads the row of a managed model again. */
    public CompletionStage<Void> refresh(Object model) {
        return guarded(() -> session.reactiveRefresh(model, new LockOptions(LockMode.NONE)), false);
    }

    /** Marks a managed model for deletion at the next flush. */
    public CompletionStage<Void> remove(Object model) {
        return guarded(() -> session.reactiveRemove(model), true);
    }

    /** Whether the session tracks this very object, and not as deleted. */
    public boolean isManaged(Object model) {
        return session.contains(model);
    }

    /** Whether the object is marked for deletion, or was deleted in this transaction. */
    public boolean isDeleted(Object model) {
        Object target = model instanceof HibernateProxy
                ? session.getPersistenceContextInternal().unproxy(model)
                : model;
        EntityEntry entry = session.getPersistenceContextInternal().getEntry(target);
        return entry != null && (entry.getStatus() == Status.DELETED || entry.getStatus() == Status.GONE);
    }

    /** Rolls back what is open and gives everything up. */
    public CompletionStage<Void> close() {
        return Stages.alwaysThen(rollback(), session::reactiveClose);
    }

    /**
     * Runs a step. If it failed in a way that leaves the transaction useless, that is rolled back before the failure is
     * passed on.
     */
    private <T extends @Nullable Object> CompletionStage<T> guarded(
            Supplier<? extends CompletionStage<T>> step, boolean failureEndsTransaction) {
        CompletionStage<T> running = Stages.attempt(step);
        return running.handle((result, problem) -> {
                    if (problem == null || !(failureEndsTransaction || connection.statementFailure() != null)) {
                        return running;
                    }
                    failure = Stages.unwrap(problem);
                    return Stages.alwaysThen(running, this::undo);
                })
                .thenCompose(stage -> stage);
    }
}
