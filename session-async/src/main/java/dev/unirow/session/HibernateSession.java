package dev.unirow.session;

import static java.util.Objects.requireNonNull;

import dev.unirow.model.Models;
import dev.unirow.query.Delete;
import dev.unirow.query.HqlMutation;
import dev.unirow.query.Select;
import dev.unirow.query.Update;
import dev.unirow.session.internal.hr.BeginMode;
import dev.unirow.session.internal.hr.Engine;
import dev.unirow.session.internal.hr.ModelCatalog;
import dev.unirow.session.internal.hr.SessionLoop;
import dev.unirow.session.internal.hr.UnitOfWork;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.hibernate.Hibernate;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A session over Hibernate Reactive: what is pending is kept here, what is managed by the {@link UnitOfWork}. */
final class HibernateSession implements AsyncSession {
    private static final Logger LOGGER = Logger.getLogger(AsyncSession.class);

    private final ModelCatalog catalog;
    private final DetachedModels detached;
    private final PendingModels pending = new PendingModels();
    private final SessionOperations operations;
    private final SessionQueries queries;

    HibernateSession(Engine engine, BeginMode beginMode, String origin) {
        this.catalog = engine.catalog();
        this.detached = new DetachedModels(catalog);
        this.operations = new SessionOperations(engine, beginMode, origin);
        this.queries = new SessionQueries(operations, catalog, this::drained);
    }

    SessionLoop loop() {
        return operations.loop();
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
            T added = pendingWithKey(type, coerced);
            return added == null ? unit.find(type, coerced) : CompletableFuture.<@Nullable T>completedFuture(added);
        });
    }

    private <T> @Nullable T pendingWithKey(Class<T> type, Object key) {
        for (Object model : pending.all()) {
            if (type.isInstance(model) && key.equals(catalog.keyOf(model))) {
                return type.cast(model);
            }
        }
        return null;
    }

    @Override
    public <T> Uni<T> get(Class<T> type, Object key) {
        return find(type, key).map(found -> {
            if (found == null) {
                throw new NotFoundException(type, key, null);
            }
            return found;
        });
    }

    @Override
    public <T> Uni<List<T>> all(Select<T> select) {
        return queries.all(select);
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
    public Uni<Long> count(Select<?> select) {
        return queries.count(select);
    }

    @Override
    public Uni<Boolean> exists(Select<?> select) {
        return queries.exists(select);
    }

    @Override
    public Uni<Integer> execute(Update<?> update) {
        return queries.execute(update.model(), HqlMutation.of(update));
    }

    @Override
    public Uni<Integer> execute(Delete<?> delete) {
        return queries.execute(delete.model(), HqlMutation.of(delete));
    }

    @Override
    public <T> Uni<T> insert(T model) {
        Class<T> type = classOf(model);
        return operations.writing("insert a row", unit -> {
            if (!catalog.hasGivenKey(model)) {
                return flushed(unit, added(model));
            }
            return unit.insert(type, model, false, drained()).thenApply(Objects::requireNonNull);
        });
    }

    @Override
    public <T> Uni<@Nullable T> insertIfAbsent(T model) {
        Class<T> type = classOf(model);
        return operations.writing("insert a row", unit -> unit.insert(type, model, true, drained()));
    }

    @Override
    public <T> Uni<T> save(T model) {
        Class<T> type = classOf(model);
        return operations.writing("save a model", unit -> {
            if (pending.contains(model) || unit.isManaged(model)) {
                return CompletableFuture.completedFuture(model);
            }
            Object key = catalog.keyOf(model);
            if (key == null) {
                return CompletableFuture.completedFuture(added(model));
            }
            T earlier = pendingWithKey(type, key);
            return (earlier == null ? unit.find(type, key) : CompletableFuture.<@Nullable T>completedFuture(earlier))
                    .thenCompose(found -> {
                        if (found != null) {
                            return CompletableFuture.completedFuture(detached.copyAssigned(type, model, found));
                        }
                        return catalog.hasGivenKey(model)
                                ? unit.insert(type, model, false, drained()).thenApply(Objects::requireNonNull)
                                : CompletableFuture.completedFuture(added(model));
                    });
        });
    }

    private <T> CompletionStage<T> flushed(UnitOfWork unit, T model) {
        return unit.flush(drained()).thenApply(ignored -> model);
    }

    private <T> T added(T model) {
        Models.validateForAdd(model);
        pending.addAll(List.of(model));
        return model;
    }

    @Override
    public <T> Uni<T> merge(T model) {
        Class<T> type = classOf(model);
        return operations.writing("merge a model", unit -> {
            if (pending.contains(model) || unit.isManaged(model)) {
                return flushed(unit, model);
            }
            return detached.merge(unit, type, model, this::drained);
        });
    }

    @Override
    public <T> Uni<T> load(T model) {
        Class<T> type = classOf(model);
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

    @SuppressWarnings("unchecked") // the model is an instance of its class
    private <T> Class<T> classOf(T model) {
        requireNonNull(model, "The model is null.");
        return (Class<T>) catalog.modelOf(model);
    }

    @Override
    public <T extends @Nullable Object> Uni<T> fetch(T reference) {
        return operations.operation(unit -> unit.fetch(reference));
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
        return operations.writing("flush", unit -> unit.flush(drained()));
    }

    @Override
    public Uni<Void> commit() {
        return operations.writing("commit", unit -> unit.commit(drained()));
    }

    private List<Object> drained() {
        return pending.drain(catalog::references);
    }

    @Override
    public Uni<Void> rollback() {
        return operations.step(unit -> {
            pending.clear();
            return unit.rollback();
        });
    }

    @Override
    public <T> Uni<T> refresh(T model) {
        requireNonNull(model, "The model to refresh is null.");
        Class<?> type = catalog.modelOf(model);
        return operations
                .<@Nullable Void>operation(unit -> {
                    if (!unit.isManaged(model)) {
                        throw new NotManagedException(
                                "Cannot refresh " + type.getSimpleName()
                                        + ": this session does not track it. Add and flush it first, or read it with find().",
                                null);
                    }
                    return unit.refresh(model).<@Nullable Void>thenApply(ignored -> null);
                })
                .replaceWith(model);
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
    public Uni<Void> close() {
        return close(true);
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
                    forgotten.stream()
                            .map(model -> catalog.modelOf(model).getSimpleName())
                            .collect(Collectors.joining(", ")));
        }
    }
}
