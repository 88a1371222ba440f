package dev.unirow.session.internal.unit;

import dev.unirow.model.Models;
import dev.unirow.model.spi.SetterWatch;
import dev.unirow.query.HqlMutation;
import dev.unirow.query.HqlQuery;
import dev.unirow.session.internal.sql.ResultRows;
import dev.unirow.session.internal.sql.RowReader;
import dev.unirow.session.internal.value.Parameters;
import dev.unirow.session.internal.wire.BoundStatement;
import dev.unirow.session.internal.wire.CursorEndedException;
import dev.unirow.session.internal.wire.Stages;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hibernate.LockMode;
import org.hibernate.LockOptions;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.EntityKey;
import org.hibernate.engine.spi.PersistenceContext;
import org.hibernate.engine.spi.Status;
import org.hibernate.internal.SessionFactoryImpl;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.proxy.HibernateProxy;
import org.hibernate.type.CompositeType;
import org.jspecify.annotations.Nullable;

/**
 * The managed models of one session and their transactions, one after the other. Hibernate Reactive knows transactions
 * only as a callback; here they are steps. Made and used on the session's loop, one operation at a time.
 *
 * <p>A transaction in which a flush, a commit or a statement failed is rolled back at once and stays
 * {@linkplain #failure() failed} until {@link #rollback()}.
 */
public final class UnitOfWork {
    private final SessionConnection connection;
    private final SessionFactoryImpl factory;
    private final TrackedSession session;
    private final Savepoints savepoints;
    private final UniqueProperties unique;
    private @Nullable Throwable failure;
    private boolean committed;

    UnitOfWork(SessionFactoryImpl factory, SessionConnection connection, UniqueProperties unique) {
        this.unique = unique;
        this.connection = connection;
        this.factory = factory;
        session = new TrackedSession(factory, connection);
        savepoints = new Savepoints(connection, session);
    }

    /** Lets somebody know what is set in the models that are loaded from now on, for as long as they are tracked. */
    public void watchSetters(SetterWatch watch) {
        session.watchSetters(watch);
    }

    /** Why the present transaction can only be rolled back; null while it can go on. */
    public @Nullable Throwable failure() {
        return failure != null ? failure : connection.statementFailure(); // which may have come past the steps here
    }

    /**
     * Hibernate Reactive's own session over the same models and connection.
     *
     * @throws IllegalArgumentException if that cannot be had as the given type
     */
    public <T> T unwrap(Class<T> type) {
        for (Object candidate : new Object[] {new BorrowedSession(session, factory), session}) {
            if (type.isInstance(candidate)) {
                return type.cast(candidate);
            }
        }
        throw new IllegalArgumentException(
                "A session cannot be unwrapped as " + type.getName() + ": Mutiny.Session is what it has below.");
    }

    /** Whether a transaction is open on the database. */
    public boolean inTransaction() {
        return connection.isBegun();
    }

    /** Whether a transaction of this was committed. */
    public boolean hasCommitted() {
        return committed;
    }

    /** Ends the statement that runs, and refuses those after it but for the rollback. Called on any thread. */
    public void interrupt() {
        connection.interrupt();
    }

    /**
     * Ends the statement of the operation that runs, at the price of the transaction. Not inside a savepoint: where the
     * request comes too late, the connection is lost, and the transaction around with it.
     */
    public void cancel() {
        if (savepoints.isEmpty()) {
            connection.cancel();
        }
    }

    /** After the end of an operation that was cancelled: no statement that follows is ended for it. */
    public CompletionStage<Void> settle() {
        return connection.settled().thenCompose(safe -> {
            if (safe) {
                return CompletableFuture.completedFuture(null);
            }
            failure = new CancelledException(null);
            return undo();
        });
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
                        .thenCompose(ignored -> {
                            boolean begun = inTransaction();
                            return connection.commit().thenRun(() -> committed |= begun);
                        })
                        .thenCompose(ignored -> session.getReactiveActionQueue().afterTransactionCompletion(true))
                        .thenRun(() -> {
                            // without this, lock modes outlive the commit and a later lock sends no SQL
                            session.getPersistenceContextInternal().afterTransactionCompletion();
                            session.transactionCommitted();
                        }),
                true);
    }

    /**
     * The first of these new models whose key another one of them has that was before it, or one that this session
     * tracks; null where there is none.
     *
     * @param given whether the program gives a model its key; others are not looked at
     */
    public @Nullable Object firstWithTakenKey(List<?> added, Predicate<Object> given) {
        PersistenceContext context = session.getPersistenceContextInternal();
        Set<EntityKey> keys = new HashSet<>();
        for (Object model : added) {
            EntityKey key = session.contains(model) || !given.test(model) ? null : keyOf(model);
            if (key != null) {
                Object tracked = context.getEntity(key);
                EntityEntry entry = tracked == null ? null : context.getEntry(tracked);
                if (!keys.add(key) || (entry != null && !entry.getStatus().isDeletedOrGone())) {
                    return model;
                }
            }
        }
        return null;
    }

    private @Nullable EntityKey keyOf(Object model) {
        EntityPersister persister = session.getEntityPersister(null, model);
        Object key = persister.getIdentifier(model, session);
        boolean whole = key != null
                && (!(persister.getIdentifierType() instanceof CompositeType composite)
                        || Stream.of(composite.getPropertyValues(key, session)).allMatch(Objects::nonNull));
        return whole ? session.generateEntityKey(key, persister) : null;
    }

    private CompletionStage<Void> persistAll(List<?> added) {
        Set<Object> present = Collections.newSetFromMap(new IdentityHashMap<>());
        present.addAll(added);
        CompletionStage<Void> all = CompletableFuture.completedFuture(null);
        for (Object model : added) {
            all = all.thenCompose(ignored -> {
                session.referByKey(model, present);
                if (!session.contains(model)) {
                    session.prepareValues(model);
                }
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

    /** Refuses to commit inside a savepoint; to be asked before anything is done for it. */
    public void refuseCommitInSavepoint() {
        refuseWhereJoined("commit", "flush() sends what was changed");
        refuseInSavepoint("commit", "return from its work and commit after it");
    }

    /** Refuses to roll back all inside a savepoint; to be asked before anything is done for it. */
    public void refuseRollbackInSavepoint() {
        refuseWhereJoined("roll back", "fail its work, or mark it for rollback");
        refuseInSavepoint("roll back", "fail its work to take back what it did");
    }

    private void refuseWhereJoined(String what, String instead) {
        if (connection.isJoined()) {
            throw new IllegalStateException("Cannot " + what
                    + " here: the transaction is that of the given Mutiny.Session, which ends it. Instead, " + instead
                    + ".");
        }
    }

    private void refuseInSavepoint(String what, String instead) {
        if (!savepoints.isEmpty()) {
            throw new IllegalStateException("Cannot " + what
                    + " inside nested(): the transaction around it would end before it does. To end nested(), "
                    + instead
                    + ".");
        }
    }

    /** Flushes, then marks where the transaction stands. */
    public CompletionStage<Savepoint> mark(List<?> added) {
        return flush(added).thenCompose(ignored -> guarded(savepoints::mark, true));
    }

    /** Flushes, then keeps what was done since the mark as a part of the transaction around it. */
    public CompletionStage<Void> release(Savepoint savepoint, List<?> added) {
        if (!savepoints.isInnermost(savepoint)) {
            throw new IllegalStateException(
                    "Two nested() of one session overlap: the outer one ended first. Run them one after the other, or the "
                            + "second inside the work of the first.");
        }
        return flush(added).thenCompose(ignored -> guarded(savepoints::release, true));
    }

    /**
     * Takes the transaction and the managed models back to the mark, after which a failed transaction can go on. Does
     * nothing where the transaction has ended.
     */
    public CompletionStage<Void> rollBackTo(Savepoint savepoint) {
        if (!savepoints.isOpen(savepoint)) {
            return CompletableFuture.completedFuture(null);
        }
        return Stages.attempt(() -> savepoints.rollBackAndRelease(savepoint))
                .thenRun(() -> failure = null)
                .<CompletionStage<Void>>handle((done, problem) -> {
                    if (problem == null) {
                        return CompletableFuture.completedFuture(null);
                    }
                    failure = Stages.unwrap(problem);
                    return Stages.alwaysThen(CompletableFuture.failedFuture(failure), this::undoFailed);
                })
                .thenCompose(stage -> stage);
    }

    /** Takes back what a failed step belongs to: all since the innermost mark, without one the transaction. */
    private CompletionStage<Void> undoInnermost() {
        if (savepoints.isEmpty()) {
            return undoFailed();
        }
        return Stages.attempt(savepoints::rollBack)
                .<CompletionStage<Void>>handle((done, problem) -> problem == null
                        ? CompletableFuture.completedFuture(null)
                        : Stages.alwaysThen(CompletableFuture.failedFuture(Stages.unwrap(problem)), this::undoFailed))
                .thenCompose(stage -> stage);
    }

    private CompletionStage<Void> undoFailed() {
        connection.failJoined();
        return undo();
    }

    private CompletionStage<Void> undo() {
        savepoints.forget();
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
        return guarded(
                () -> {
                    Parameters.require("key", key);
                    return isDeleted(type, key) ? noModel() : session.reactiveFind(type, key);
                },
                false);
    }

    /** {@link #find(Class, Object)}, with a lock on the row. */
    public <T> CompletionStage<@Nullable T> find(Class<T> type, Object key, LockModeType mode) {
        if (mode == LockModeType.NONE) {
            return find(type, key);
        }
        return guarded(
                () -> {
                    Parameters.require("key", key);
                    return isDeleted(type, key) ? noModel() : new RowLocks(session).find(type, key, mode);
                },
                false);
    }

    /** Reads the row of a managed model again, with a lock on it. */
    public CompletionStage<Void> refresh(Object model, LockModeType mode) {
        return mode == LockModeType.NONE
                ? refresh(model)
                : guarded(() -> new RowLocks(session).refresh(model, mode), false);
    }

    /** Flushes, then finds. */
    public <T> CompletionStage<@Nullable T> find(Class<T> type, Object key, List<?> added) {
        return flush(added).thenCompose(ignored -> find(type, key));
    }

    private static <T> CompletionStage<@Nullable T> noModel() {
        return CompletableFuture.completedFuture(null);
    }

    private boolean isDeleted(Class<?> type, Object key) {
        EntityEntry entry = entry(type, key);
        return entry != null && entry.getStatus().isDeletedOrGone();
    }

    private @Nullable EntityEntry entry(Class<?> type, Object key) {
        PersistenceContext context = session.getPersistenceContextInternal();
        var persister = session.getFactory().getMappingMetamodel().getEntityDescriptor(type);
        Object managed = context.getEntity(new EntityKey(key, persister));
        return managed == null ? null : context.getEntry(managed);
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

    /**
     * A statement in SQL with its values as the driver takes them; sends nothing.
     *
     * @throws IllegalArgumentException if it cannot take one
     */
    public BoundStatement driven(BoundStatement statement) {
        return session.driven(statement);
    }

    /** Runs a {@linkplain #driven driven} query, past what is not flushed. */
    public <R> CompletionStage<List<R>> list(BoundStatement query, RowReader<R> reader) {
        return guarded(() -> connection.query(query), false)
                .thenCompose(results -> reader.read(ResultRows.of(results), this::findAll));
    }

    private <T> CompletionStage<List<@Nullable T>> findAll(Class<T> type, List<Object> keys) {
        return load(type, keys).thenCompose(present -> {
            List<@Nullable T> found = new ArrayList<>();
            CompletionStage<@Nullable Void> all = CompletableFuture.completedFuture(null);
            for (Object key : keys) {
                all = all.thenCompose(ignored -> present.contains(key) ? find(type, key) : UnitOfWork.<T>noModel())
                        .thenApply(model -> {
                            found.add(model);
                            return null;
                        });
            }
            return all.thenApply(ignored -> found);
        });
    }

    /** Flushes, then runs a {@linkplain #driven driven} change, past the managed models; how many rows it changed. */
    public CompletionStage<Integer> execute(BoundStatement change, List<?> added) {
        return flush(added).thenCompose(ignored -> guarded(() -> connection.change(change), false));
    }

    /** The rows of a {@linkplain #driven driven} query, to be {@linkplain #read read} as they are wanted. */
    public <R> ModelCursor<R> cursor(BoundStatement query, RowReader<R> reader) {
        return new ModelCursor<>(session.factory(), connection, query, reader);
    }

    /** Models that this session will not track, to be {@linkplain #read read} as they are wanted; sends nothing. */
    public <R> ModelCursor<R> cursor(HqlQuery<R> query) {
        return new ModelCursor<>(session.factory(), connection, query);
    }

    /**
     * The next models of a cursor, in the present transaction; {@link CursorEndedException} where that is another one.
     */
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
                .thenCompose(ignored -> guarded(
                        () -> unlessInTheWay
                                ? new RowInsert(session, model).runUnlessInTheWay(unique)
                                : new RowInsert(session, model).run(),
                        false))
                .thenCompose(key -> key == null ? noModel() : find(type, key).thenCompose(this::inserted));
    }

    /** The model that is tracked from now on has what the row has, so its callbacks come after it is read. */
    private <T> CompletionStage<@Nullable T> inserted(@Nullable T row) {
        return guarded(
                () -> {
                    if (row != null) {
                        factory.getEventEngine()
                                .getCallbackRegistry()
                                .postCreate(
                                        session.getPersistenceContextInternal().unproxy(row));
                    }
                    return CompletableFuture.<@Nullable T>completedFuture(row);
                },
                true);
    }

    /**
     * Reads rows into this session, one statement for those that it does not track.
     *
     * @return the keys that have a row, which {@link #find} answers without a statement now
     */
    public CompletionStage<Set<Object>> load(Class<?> type, Collection<?> keys) {
        Set<Object> present = new HashSet<>();
        List<Object> unknown = new ArrayList<>();
        for (Object key : keys) {
            EntityEntry entry = entry(type, key);
            if (entry == null) {
                unknown.add(key);
            } else if (!entry.getStatus().isDeletedOrGone()) {
                present.add(key);
            }
        }
        if (unknown.isEmpty()) {
            return CompletableFuture.completedFuture(present);
        }
        return guarded(
                        () -> {
                            Parameters.require("key", unknown);
                            return session.reactiveFind(type, unknown.toArray());
                        },
                        false)
                .thenApply(rows -> {
                    for (int i = 0; i < rows.size(); i++) {
                        if (rows.get(i) != null) {
                            present.add(unknown.get(i));
                        }
                    }
                    return present;
                });
    }

    /** Flushes, then inserts rows past the managed models, which get the keys and versions of their rows. */
    public CompletionStage<Void> insertAll(List<?> models, List<?> added) {
        return flush(added)
                .thenCompose(ignored -> guarded(() -> new RowInserts(session, factory, models).run(), true))
                .thenRun(() -> models.forEach(Models::markLoaded));
    }

    /** Puts all loaded values of a detached model over its row, and flushes; the model is as the row then. */
    public CompletionStage<Void> merge(Object model) {
        return guarded(
                () -> {
                    session.referByKey(model, Set.of());
                    return new DetachedGraph(session).merge(model);
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

    /** Tracked models that were changed, or marked for deletion, since the last flush. */
    public List<Object> unsent() {
        return new UnsentChanges(session).models();
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

    /** Rolls back what is open and gives everything up; what belongs to a given session stays as it is. */
    public CompletionStage<Void> close() {
        if (connection.isJoined() && failure() == null) {
            return session.reactiveClose();
        }
        return Stages.alwaysThen(undo(), session::reactiveClose);
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
                    failure = reason(Stages.unwrap(problem));
                    return Stages.alwaysThen(CompletableFuture.<T>failedFuture(failure), this::undoInnermost);
                })
                .thenCompose(stage -> stage);
    }

    /** An operation was cancelled while it ran. */
    public static final class CancelledException extends RuntimeException {
        CancelledException(@Nullable Throwable cause) {
            super("The operation was cancelled while it ran.", cause);
        }
    }

    private Throwable reason(Throwable problem) {
        if (connection.isCancelled()) {
            return new CancelledException(problem);
        }
        WrittenRow refused = connection.rows().refused();
        Throwable named = UnsavedReferences.named(session, problem);
        return refused == null ? named : new RefusedRowException(refused, named);
    }
}
