package dev.unirow.session;

import static java.util.Objects.requireNonNull;

import dev.unirow.model.Models;
import dev.unirow.query.Delete;
import dev.unirow.query.Hql;
import dev.unirow.query.Select;
import dev.unirow.query.Update;
import dev.unirow.session.exception.NotFoundException;
import dev.unirow.session.exception.NotManagedException;
import dev.unirow.session.internal.failure.Constraints;
import dev.unirow.session.internal.operation.DetachedModels;
import dev.unirow.session.internal.operation.InsertedRows;
import dev.unirow.session.internal.operation.PendingModels;
import dev.unirow.session.internal.operation.SavedModels;
import dev.unirow.session.internal.operation.SessionOperations;
import dev.unirow.session.internal.operation.SessionQueries;
import dev.unirow.session.internal.unit.Engine;
import dev.unirow.session.internal.unit.ModelCatalog;
import dev.unirow.session.internal.unit.UnitOfWork;
import dev.unirow.session.internal.wire.BeginMode;
import dev.unirow.session.internal.wire.Lineage;
import dev.unirow.session.internal.wire.SessionLoop;
import dev.unirow.session.internal.wire.TransactionSettings;
import dev.unirow.session.sql.SqlStatement;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Hibernate;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A session over Hibernate Reactive: what is pending is kept here, what is managed by the {@link UnitOfWork}. */
final class HibernateSession implements AsyncSession {
    private static final Logger LOGGER = Logger.getLogger(AsyncSession.class);

    private final ModelCatalog catalog;
    private final DetachedModels detached;
    private final PendingModels pending;
    private final SessionOperations operations;
    private final SessionQueries queries;
    private final InsertedRows rows;
    private final SavedModels saves;

    /**
     * @param origin what the message for a use after the end says of its beginning
     * @param beforeBegin runs on the loop before a connection is taken, and may refuse that
     */
    HibernateSession(
            Engine engine, Constraints constraints, TransactionSettings settings, String origin, Runnable beforeBegin) {
        this.catalog = engine.catalog();
        this.detached = new DetachedModels(catalog);
        this.pending = new PendingModels(catalog, constraints);
        this.operations = new SessionOperations(engine, constraints, settings, origin, beforeBegin);
        this.queries = new SessionQueries(operations, catalog, pending::drain);
        this.rows = new InsertedRows(operations, catalog, pending);
        this.saves = new SavedModels(operations, catalog, pending, detached);
    }

    SessionLoop loop() {
        return operations.loop();
    }

    /** Whose its transactions are. */
    Lineage lineage() {
        return operations.lineage();
    }

    /** Whether a transaction of this one was committed; to be asked after the end. */
    boolean hasCommitted() {
        return operations.hasCommitted();
    }

    /** Whether a transaction is open that another one, begun in the given way, would wait for. */
    boolean holds(BeginMode asked) {
        return operations.holds(asked);
    }

    @Override
    public void add(Object model) {
        requireNonNull(model, "The model to add is null.");
        addAll(model);
    }

    @Override
    public void addAll(Object... models) {
        operations.refuseWhereReadOnly("add a model");
        List<Object> added = new ArrayList<>(models.length);
        for (Object model : models) {
            requireNonNull(model, "One of the models to add is null.");
            catalog.modelOf(model);
            added.add(model);
        }
        operations.refuseWhereClosed();
        added.forEach(Models::normalize);
        added.forEach(Models::validateForAdd);
        pending.addAll(added);
    }

    @Override
    public <T> Uni<@Nullable T> find(Class<T> type, Object key) {
        requireNonNull(type, "The class to find is null.");
        requireNonNull(key, "The key to find is null.");
        catalog.requireModel(type);
        Object coerced = catalog.coerceKey(type, key);
        return operations.operation(unit -> {
            T added = pending.withKey(type, coerced);
            return added == null ? unit.find(type, coerced) : CompletableFuture.<@Nullable T>completedFuture(added);
        });
    }

    @Override
    public <T> Uni<@Nullable T> find(Class<T> type, Object key, LockModeType mode) {
        requireNonNull(type, "The class to find is null.");
        requireNonNull(key, "The key to find is null.");
        requireNonNull(mode, "The lock mode is null.");
        Object coerced = catalog.coerceKey(type, key);
        return operations.writing("lock a row", unit -> {
            boolean added = pending.withKey(type, coerced) != null;
            return (added ? unit.flush(pending.drain(unit)) : CompletableFuture.<Void>completedFuture(null))
                    .thenCompose(ignored -> unit.find(type, coerced, mode));
        });
    }

    @Override
    public <T> Uni<T> get(Class<T> type, Object key) {
        return find(type, key).map(found -> {
            if (found == null) {
                throw NotFoundException.ofGet(type, key);
            }
            return found;
        });
    }

    @Override
    public <T> Uni<List<T>> all(Select<T> select) {
        return queries.all(select);
    }

    @Override
    public <T> Multi<T> stream(Select<T> select) {
        return queries.stream(select);
    }

    @Override
    public <T> Uni<@Nullable T> first(Select<T> select) {
        return queries.first(select);
    }

    @Override
    public <T> Uni<T> one(Select<T> select) {
        return queries.one(select);
    }

    @Override
    public <T> Uni<@Nullable T> oneOrNull(Select<T> select) {
        return queries.oneOrNull(select);
    }

    @Override
    public <R> Uni<List<R>> all(Hql<R> hql) {
        return queries.all(hql);
    }

    @Override
    public <R> Multi<R> stream(Hql<R> hql) {
        return queries.stream(hql);
    }

    @Override
    public <R> Uni<@Nullable R> first(Hql<R> hql) {
        return queries.first(hql);
    }

    @Override
    public <R> Uni<R> one(Hql<R> hql) {
        return queries.one(hql);
    }

    @Override
    public <R> Uni<@Nullable R> oneOrNull(Hql<R> hql) {
        return queries.oneOrNull(hql);
    }

    @Override
    public SqlStatement sql(String text) {
        return queries.sql(requireNonNull(text, "The SQL to run is null."));
    }

    @Override
    public Uni<Long> count(Select<?> select) {
        return queries.count(select);
    }

    @Override
    public Uni<Boolean> exists(Select<?> select) {
        return queries.exists(select);
    }

    @Override
    public Uni<Integer> execute(Update<?> update) {
        return queries.execute(update);
    }

    @Override
    public Uni<Integer> execute(Delete<?> delete) {
        return queries.execute(delete);
    }

    @Override
    public <T> Uni<T> insert(T model) {
        return rows.insert(model);
    }

    @Override
    public <T> Uni<@Nullable T> insertIfAbsent(T model) {
        return rows.insertIfAbsent(model);
    }

    @Override
    public <T> Uni<List<T>> insertAll(Iterable<? extends T> models) {
        return rows.insertAll(models);
    }

    @Override
    public <T> Uni<T> save(T model) {
        return saves.save(model);
    }

    @Override
    public <T> Uni<List<T>> saveAll(Iterable<? extends T> models) {
        return saves.saveAll(models);
    }

    @Override
    public <T> Uni<T> merge(T model) {
        Class<T> type = catalog.classOf(model);
        return operations.writing("merge a model", unit -> {
            if (pending.contains(model) || unit.isManaged(model)) {
                return unit.flush(pending.drain(unit)).thenApply(ignored -> model);
            }
            return detached.merge(unit, type, model, pending::drain);
        });
    }

    @Override
    public <T> Uni<T> load(T model) {
        Class<T> type = catalog.classOf(model);
        return operations.<T>operation(unit -> {
            if (!Hibernate.isInitialized(model)) {
                return unit.fetch(model);
            }
            if (unit.isManaged(model)) {
                return unit.refresh(model).thenApply(ignored -> model);
            }
            return detached.load(unit, type, model);
        });
    }

    @Override
    public <T extends @Nullable Object> Uni<T> fetch(T reference) {
        return operations.operation(unit -> reference != null && wasMadeFromKey(reference) && !unit.isManaged(reference)
                ? detached.load(unit, catalog.classOf(reference), reference)
                : unit.fetch(reference));
    }

    private static boolean wasMadeFromKey(Object reference) {
        boolean isModel = !(reference instanceof Collection || reference instanceof Map);
        return isModel && Hibernate.isInitialized(reference) && Models.isKeyOnly(reference);
    }

    @Override
    public Uni<Void> detach(Object model) {
        requireNonNull(model, "The model to detach is null.");
        catalog.modelOf(model);
        return operations.operation(unit -> {
            pending.remove(model); // a managed one too, if it was added again
            unit.detach(model);
            return CompletableFuture.completedFuture(null);
        });
    }

    @Override
    public Uni<Void> delete(Object model) {
        requireNonNull(model, "The model to delete is null.");
        Class<?> type = catalog.modelOf(model);
        return operations.writing("delete a model", unit -> {
            boolean added = pending.remove(model);
            if (unit.isManaged(model)) {
                return unit.remove(model);
            }
            if (added || unit.isDeleted(model)) {
                return CompletableFuture.completedFuture(null);
            }
            return detached.toDelete(unit, type, model).thenCompose(row -> {
                pending.remove(row); // it may have been added again, and would be inserted again at the flush
                return unit.remove(row);
            });
        });
    }

    @Override
    public Uni<Void> flush() {
        return operations.writing("flush", unit -> unit.flush(pending.drain(unit)));
    }

    @Override
    public Uni<Void> commit() {
        // whole: what was told to be kept is not given up
        return operations.whole(unit -> {
            operations.refuseWhereReadOnly("commit");
            unit.refuseCommitInSavepoint();
            return unit.commit(pending.drain(unit));
        });
    }

    @Override
    public Uni<Void> rollback() {
        return operations.step(unit -> {
            unit.refuseRollbackInSavepoint();
            pending.clear();
            return unit.rollback();
        });
    }

    @Override
    public <T extends @Nullable Object> Uni<T> nested(Function<? super AsyncSession, ? extends Uni<T>> work) {
        requireNonNull(work, "The work is null.");
        return NestedWork.run(this, work, operations, pending, pending::drain);
    }

    @Override
    public <T> Uni<T> refresh(T model) {
        catalog.modelOf(requireNonNull(model, "The model to refresh is null."));
        return operations.operation(unit -> refreshed(unit, model, LockModeType.NONE));
    }

    @Override
    public <T> Uni<T> refresh(T model, LockModeType mode) {
        catalog.modelOf(requireNonNull(model, "The model to refresh is null."));
        requireNonNull(mode, "The lock mode is null.");
        return operations.writing("lock a row", unit -> refreshed(unit, model, mode));
    }

    private <T> CompletionStage<T> refreshed(UnitOfWork unit, T model, LockModeType mode) {
        if (!unit.isManaged(model)) {
            throw new NotManagedException(
                    "Cannot refresh " + catalog.modelOf(model).getSimpleName()
                            + ": this session does not track it. Add and flush it first, or read it with find().",
                    null);
        }
        return unit.refresh(model, mode).thenApply(ignored -> model);
    }

    @Override
    public Uni<Boolean> contains(Object model) {
        requireNonNull(model, "The model to look for is null.");
        catalog.modelOf(model);
        return operations.step(
                unit -> CompletableFuture.completedFuture(pending.contains(model) || unit.isManaged(model)));
    }

    @Override
    public Uni<Boolean> inTransaction() {
        return operations.step(unit -> CompletableFuture.completedFuture(unit.inTransaction()));
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return operations.unwrap(requireNonNull(type, "The class to unwrap is null."));
    }

    @Override
    public Uni<Void> close() {
        return close(true);
    }

    /** {@link #close(boolean)} of a session whose work has not come to its end: what it still does is given up. */
    Uni<Void> abandon() {
        operations.abandon();
        return close(false);
    }

    /** Closing after a failure says nothing of models that were never flushed: the failure explains them. */
    Uni<Void> close(boolean warn) {
        return operations.close(unit -> {
            if (warn) {
                warnOfPending(unit);
            }
            pending.clear();
        });
    }

    private void warnOfPending(@Nullable UnitOfWork unit) {
        List<Object> forgotten = pending.all().stream()
                .filter(model -> unit == null || !unit.isManaged(model))
                .toList();
        if (!forgotten.isEmpty()) {
            LOGGER.warnf(
                    "A session was closed with models that were added and never flushed: %s. Was a commit() not subscribed to?",
                    classes(forgotten));
        }
        List<Object> unsent = unit == null || !operations.isFlushedByHand() ? List.of() : unit.unsent();
        if (!unsent.isEmpty()) {
            LOGGER.warnf(
                    "A session was closed with models that were changed or deleted and never flushed: %s. Was a commit() not "
                            + "subscribed to?",
                    classes(unsent));
        }
    }

    private String classes(List<Object> models) {
        return models.stream()
                .map(model -> catalog.modelOf(model).getSimpleName())
                .collect(Collectors.joining(", "));
    }
}
