package dev.unirow.session.internal.hr;

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
            all = all.thenCompose(ignored -> session.reactivePersist(model));
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
