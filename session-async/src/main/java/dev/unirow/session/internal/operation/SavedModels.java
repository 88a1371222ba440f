package dev.unirow.session.internal.operation;

import static java.util.Objects.requireNonNull;

import dev.unirow.model.Models;
import dev.unirow.session.internal.unit.ModelCatalog;
import dev.unirow.session.internal.unit.UnitOfWork;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Models that are inserted or, where a row has their key, written over it, by the rules of sqlservice: one statement a
 * class asks which rows there are, and only what is set is written.
 */
public final class SavedModels {
    private final SessionOperations operations;
    private final ModelCatalog catalog;
    private final PendingModels pending;
    private final DetachedModels detached;

    public SavedModels(
            SessionOperations operations, ModelCatalog catalog, PendingModels pending, DetachedModels detached) {
        this.operations = operations;
        this.catalog = catalog;
        this.pending = pending;
        this.detached = detached;
    }

    public <T> Uni<T> save(T model) {
        catalog.modelOf(requireNonNull(model, "The model is null."));
        return operations.writing(
                "save a model", unit -> save(unit, List.of(model)).thenApply(saved -> saved.get(0)));
    }

    public <T> Uni<List<T>> saveAll(Iterable<? extends T> models) {
        List<T> given = new ArrayList<>();
        Map<Class<?>, Set<Object>> keys = new LinkedHashMap<>();
        for (T model : requireNonNull(models, "The models are null.")) {
            Class<T> type = catalog.classOf(model);
            Object key = catalog.keyOf(model);
            if (key != null
                    && !keys.computeIfAbsent(type, ignored -> new HashSet<>()).add(key)) {
                throw new IllegalArgumentException(
                        "saveAll: two models of the class " + type.getSimpleName() + " have the same key.");
            }
            given.add(model);
        }
        if (given.isEmpty()) {
            throw new IllegalArgumentException("saveAll: there is no model in the list.");
        }
        return operations.writing("save models", unit -> save(unit, given));
    }

    private <T> CompletionStage<List<T>> save(UnitOfWork unit, List<T> models) {
        Map<Class<?>, Set<Object>> asked = new LinkedHashMap<>();
        for (T model : models) {
            if (!isTracked(unit, model)) {
                Models.normalize(model);
            }
            Object key = catalog.keyOf(model);
            Class<T> type = catalog.classOf(model);
            if (key != null && !isTracked(unit, model) && pending.withKey(type, key) == null) {
                asked.computeIfAbsent(type, ignored -> new LinkedHashSet<>()).add(key);
            }
        }
        Map<Class<?>, Set<Object>> present = new LinkedHashMap<>();
        CompletionStage<@Nullable Void> all = CompletableFuture.completedFuture(null);
        for (Map.Entry<Class<?>, Set<Object>> each : asked.entrySet()) {
            all = all.thenCompose(ignored -> unit.load(each.getKey(), each.getValue()))
                    .thenApply(found -> {
                        present.put(each.getKey(), found);
                        return null;
                    });
        }
        return all.thenCompose(ignored -> targets(unit, models, present)).thenCompose(targets -> write(unit, targets));
    }

    private boolean isTracked(UnitOfWork unit, Object model) {
        return pending.contains(model) || unit.isManaged(model);
    }

    /** What each model is to be written to; refuses before anything is written. */
    private <T> CompletionStage<List<Target<T>>> targets(
            UnitOfWork unit, List<T> models, Map<Class<?>, Set<Object>> present) {
        List<Target<T>> targets = new ArrayList<>();
        CompletionStage<@Nullable Void> all = CompletableFuture.completedFuture(null);
        for (T model : models) {
            all = all.thenCompose(ignored -> row(unit, model, present)).thenApply(row -> {
                if (row == null) {
                    Models.validateForAdd(model);
                } else if (row != model) {
                    detached.requireVersion("save", catalog.classOf(model), row, model);
                }
                targets.add(new Target<>(model, row));
                return null;
            });
        }
        return all.thenApply(ignored -> targets);
    }

    /** The tracked object of a model's row, which may be the model itself; null where it has no row. */
    private <T> CompletionStage<@Nullable T> row(UnitOfWork unit, T model, Map<Class<?>, Set<Object>> present) {
        if (isTracked(unit, model)) {
            return CompletableFuture.completedFuture(model);
        }
        Class<T> type = catalog.classOf(model);
        Object key = catalog.keyOf(model);
        if (key == null) {
            return CompletableFuture.completedFuture(null);
        }
        T added = pending.withKey(type, key);
        if (added == null && present.getOrDefault(type, Set.of()).contains(key)) {
            return unit.find(type, key);
        }
        return CompletableFuture.completedFuture(added);
    }

    private <T> CompletionStage<List<T>> write(UnitOfWork unit, List<Target<T>> targets) {
        List<T> saved = new ArrayList<>();
        CompletionStage<@Nullable Void> all = CompletableFuture.completedFuture(null);
        for (Target<T> target : targets) {
            all = all.thenCompose(ignored -> write(unit, target)).thenApply(model -> {
                saved.add(model);
                return null;
            });
        }
        return all.thenApply(ignored -> Collections.unmodifiableList(saved));
    }

    private <T> CompletionStage<T> write(UnitOfWork unit, Target<T> target) {
        T model = target.model();
        T row = target.row();
        if (row != null) {
            if (row != model) {
                Models.copyAssigned(model, row);
            }
            return CompletableFuture.completedFuture(row);
        }
        if (catalog.hasGivenKey(model)) {
            return unit.insert(catalog.classOf(model), model, false, pending.drain(unit))
                    .thenApply(Objects::requireNonNull);
        }
        pending.addAll(List.of(model));
        return CompletableFuture.completedFuture(model);
    }

    /** @param row the tracked object that stands for the row; null where there is none yet */
    private record Target<T>(T model, @Nullable T row) {}
}
