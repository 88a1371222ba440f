package dev.unirow.session;

import static java.util.Objects.requireNonNull;

import dev.unirow.model.Models;
import dev.unirow.query.Delete;
import dev.unirow.query.HqlMutation;
import dev.unirow.query.HqlQuery;
import dev.unirow.query.Select;
import dev.unirow.query.Update;
import dev.unirow.session.internal.hr.BeginMode;
import dev.unirow.session.internal.hr.Engine;
import dev.unirow.session.internal.hr.ModelCatalog;
import dev.unirow.session.internal.hr.OperationQueue;
import dev.unirow.session.internal.hr.SessionLoop;
import dev.unirow.session.internal.hr.UnitOfWork;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

    private final Engine engine;
    private final ModelCatalog catalog;
    private final DetachedModels detached;
    private final String origin;
    private final BeginMode beginMode;
    private final SessionLoop loop;
    private final OperationQueue queue;
    private final PendingModels pending = new PendingModels();
    private @Nullable UnitOfWork work;
    private volatile boolean closed;

    /**
     * A session on a loop of its own; nothing is opened yet.
     *
     * @param origin what the message for a use after the end says of its beginning
     */
    HibernateSession(Engine engine, BeginMode beginMode, String origin) {
        this.engine = engine;
        this.catalog = engine.catalog();
        this.detached = new DetachedModels(catalog);
        this.beginMode = beginMode;
        this.origin = origin;
        this.loop = engine.newLoop();
        this.queue = new OperationQueue(loop);
    }

    SessionLoop loop() {
        return loop;
    }

    @Override
    public void add(Object model) {
        requireNonNull(model, "The model to add is null.");
        addAll(model);
    }

    @Override
    public void addAll(Object... models) {
        refuseWhereReadOnly("add a model");
        List<Object> added = new ArrayList<>(models.length);
        for (Object model : models) {
            requireNonNull(model, "One of the models to add is null.");
            catalog.modelOf(model);
            added.add(model);
        }
        if (closed) {
            throw closedException();
        }
        added.forEach(Models::validateForAdd);
        pending.addAll(added);
    }

    @Override
    public <T> Uni<@Nullable T> find(Class<T> type, Object key) {
        requireNonNull(type, "The class to find is null.");
        requireNonNull(key, "The key to find is null.");
        catalog.requireModel(type);
        Object coerced = catalog.coerceKey(type, key);
        return operation(unit -> {
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
        catalog.requireModel(select.model());
        return query(HqlQuery.all(select));
    }

    @Override
    public <T> Uni<@Nullable T> first(Select<T> select) {
        catalog.requireModel(select.model());
        return query(HqlQuery.first(select)).map(rows -> rows.isEmpty() ? null : rows.get(0));
    }

    @Override
    public <T> Uni<T> one(Select<T> select) {
        return oneOrNull(select).map(found -> {
            if (found == null) {
                throw new NotFoundException(select.model(), null, null);
            }
            return found;
        });
    }

    @Override
    public <T> Uni<@Nullable T> oneOrNull(Select<T> select) {
        catalog.requireModel(select.model());
        return query(HqlQuery.one(select)).map(rows -> {
            if (rows.size() > 1) {
                throw new MultipleFoundException(select.model());
            }
            return rows.isEmpty() ? null : rows.get(0);
        });
    }

    @Override
    public Uni<Long> count(Select<?> select) {
        catalog.requireModel(select.model());
        return query(HqlQuery.count(select)).map(rows -> rows.get(0));
    }

    @Override
    public Uni<Boolean> exists(Select<?> select) {
        catalog.requireModel(select.model());
        return query(HqlQuery.exists(select)).map(rows -> !rows.isEmpty());
    }

    private <R> Uni<List<R>> query(HqlQuery<R> query) {
        return operation(unit -> readOnly() ? unit.list(query) : unit.list(query, drained()));
    }

    @Override
    public Uni<Integer> execute(Update<?> update) {
        catalog.requireModel(update.model());
        return execute(HqlMutation.of(update));
    }

    @Override
    public Uni<Integer> execute(Delete<?> delete) {
        catalog.requireModel(delete.model());
        return execute(HqlMutation.of(delete));
    }

    private Uni<Integer> execute(HqlMutation mutation) {
        return writing("change rows", unit -> unit.execute(mutation, drained()));
    }

    @Override
    public <T> Uni<T> insert(T model) {
        Class<T> type = classOf(model);
        return writing("insert a row", unit -> {
            if (!catalog.hasGivenKey(model)) {
                return flushed(unit, added(model));
            }
            return unit.insert(type, model, false, drained()).thenApply(Objects::requireNonNull);
        });
    }

    @Override
    public <T> Uni<@Nullable T> insertIfAbsent(T model) {
        Class<T> type = classOf(model);
        return writing("insert a row", unit -> unit.insert(type, model, true, drained()));
    }

    @Override
    public <T> Uni<T> save(T model) {
        Class<T> type = classOf(model);
        return writing("save a model", unit -> {
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
        return writing("merge a model", unit -> {
            if (pending.contains(model) || unit.isManaged(model)) {
                return flushed(unit, model);
            }
            return detached.merge(unit, type, model, this::drained);
        });
    }

    @Override
    public <T> Uni<T> load(T model) {
        Class<T> type = classOf(model);
        return this.<T>operation(unit -> {
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
        return operation(unit -> unit.fetch(reference));
    }

    @Override
    public Uni<Void> detach(Object model) {
        requireNonNull(model, "The model to detach is null.");
        catalog.modelOf(model);
        return operation(unit -> {
            if (!pending.remove(model)) {
                unit.detach(model);
            }
            return CompletableFuture.completedFuture(null);
        });
    }

    @Override
    public Uni<Void> delete(Object model) {
        requireNonNull(model, "The model to delete is null.");
        Class<?> type = catalog.modelOf(model);
        return writing("delete a model", unit -> {
            if (pending.remove(model) || unit.isDeleted(model)) {
                return CompletableFuture.completedFuture(null);
            }
            return unit.isManaged(model) ? unit.remove(model) : detached.delete(unit, type, model);
        });
    }

    @Override
    public Uni<Void> flush() {
        return writing("flush", unit -> unit.flush(drained()));
    }

    @Override
    public Uni<Void> commit() {
        return writing("commit", unit -> unit.commit(drained()));
    }

    private List<Object> drained() {
        return pending.drain(catalog::references);
    }

    @Override
    public Uni<Void> rollback() {
        return step(unit -> {
            pending.clear();
            return unit.rollback();
        });
    }

    @Override
    public <T> Uni<T> refresh(T model) {
        requireNonNull(model, "The model to refresh is null.");
        Class<?> type = catalog.modelOf(model);
        return this.<@Nullable Void>operation(unit -> {
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
        return step(unit -> CompletableFuture.completedFuture(pending.contains(model) || unit.isManaged(model)));
    }

    @Override
    public Uni<Boolean> inTransaction() {
        return step(unit -> CompletableFuture.completedFuture(unit.inTransaction()));
    }

    @Override
    public Uni<Void> close() {
        return close(true);
    }

    /** Closing after a failure says nothing of models that were never flushed: the failure explains them. */
    Uni<Void> close(boolean warn) {
        return queue.<@Nullable Void>submit(() -> {
                    if (closed) {
                        return CompletableFuture.completedFuture(null);
                    }
                    closed = true;
                    if (warn) {
                        warnOfPending();
                    }
                    pending.clear();
                    return work == null
                            ? CompletableFuture.completedFuture(null)
                            : work.close().<@Nullable Void>thenApply(ignored -> null);
                })
                .onFailure()
                .transform(Failures::translate)
                .replaceWithVoid();
    }

    private void warnOfPending() {
        List<Object> forgotten = pending.all();
        if (!forgotten.isEmpty()) {
            LOGGER.warnf(
                    "A session was closed with models that were added and never flushed: %s. Was a commit() not subscribed to?",
                    forgotten.stream()
                            .map(model -> catalog.modelOf(model).getSimpleName())
                            .collect(Collectors.joining(", ")));
        }
    }

    private <T extends @Nullable Object> Uni<T> writing(
            String what, Function<UnitOfWork, CompletionStage<T>> operation) {
        return operation(unit -> {
            refuseWhereReadOnly(what);
            return operation.apply(unit);
        });
    }

    /** An operation that a failed transaction refuses. */
    private <T extends @Nullable Object> Uni<T> operation(Function<UnitOfWork, CompletionStage<T>> operation) {
        return step(unit -> {
            Throwable earlier = unit.failure();
            if (earlier != null) {
                throw new TransactionFailedException(Failures.translate(earlier));
            }
            return operation.apply(unit);
        });
    }

    private <T extends @Nullable Object> Uni<T> step(Function<UnitOfWork, CompletionStage<T>> step) {
        return queue.<T>submit(() -> {
                    if (closed) {
                        throw closedException();
                    }
                    if (work == null) {
                        work = engine.newUnitOfWork(beginMode);
                    }
                    return step.apply(work);
                })
                .onFailure()
                .transform(Failures::translate);
    }

    private boolean readOnly() {
        return beginMode == BeginMode.READ_ONLY;
    }

    private void refuseWhereReadOnly(String what) {
        if (readOnly()) {
            throw new ReadOnlySessionException(what);
        }
    }

    private SessionClosedException closedException() {
        return new SessionClosedException("The session is closed: " + origin);
    }
}
