package dev.unirow.session.internal.operation;

import static java.util.Objects.requireNonNull;

import dev.unirow.model.Models;
import dev.unirow.session.internal.unit.ModelCatalog;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** New rows that one session sends at once. */
public final class InsertedRows {
    private final SessionOperations operations;
    private final ModelCatalog catalog;
    private final PendingModels pending;

    public InsertedRows(SessionOperations operations, ModelCatalog catalog, PendingModels pending) {
        this.operations = operations;
        this.catalog = catalog;
        this.pending = pending;
    }

    public <T> Uni<T> insert(T model) {
        Class<T> type = catalog.classOf(model);
        return operations.writing("insert a row", unit -> {
            if (unit.isManaged(model)) {
                return unit.flush(pending.drain(unit)).thenApply(ignored -> model);
            }
            Models.normalize(model);
            if (!catalog.hasGivenKey(model)) {
                Models.validateForAdd(model);
                pending.addAll(List.of(model));
                return unit.flush(pending.drain(unit)).thenApply(ignored -> model);
            }
            return unit.insert(type, model, false, pending.drain(unit)).thenApply(Objects::requireNonNull);
        });
    }

    public <T> Uni<@Nullable T> insertIfAbsent(T model) {
        Class<T> type = catalog.classOf(model);
        return operations.writing("insert a row", unit -> unit.insert(type, model, true, pending.drain(unit)));
    }

    public <T> Uni<List<T>> insertAll(Iterable<? extends T> models) {
        List<T> given = new ArrayList<>();
        Set<Object> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
        for (T model : requireNonNull(models, "The models are null.")) {
            Class<T> type = catalog.classOf(model);
            if (!distinct.add(model)) {
                throw new IllegalArgumentException(
                        "insertAll: the same " + type.getSimpleName() + " stands in the list twice.");
            }
            given.add(model);
        }
        List<T> result = Collections.unmodifiableList(given);
        return operations.writing("insert rows", unit -> {
            for (T model : result) {
                if (pending.contains(model) || unit.isManaged(model)) {
                    throw new IllegalArgumentException("insertAll: this session tracks one "
                            + catalog.modelOf(model).getSimpleName()
                            + " of the list already. flush() sends it; leave it out.");
                }
                Models.normalize(model);
                Models.validate(model);
            }
            return result.isEmpty()
                    ? CompletableFuture.completedFuture(result)
                    : unit.insertAll(result, pending.drain(unit)).thenApply(ignored -> result);
        });
    }
}
