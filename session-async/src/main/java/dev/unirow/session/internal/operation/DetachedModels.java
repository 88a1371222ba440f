package dev.unirow.session.internal.operation;

import dev.unirow.session.exception.NotFoundException;
import dev.unirow.session.exception.NotManagedException;
import dev.unirow.session.exception.StaleModelException;
import dev.unirow.session.internal.unit.ModelCatalog;
import dev.unirow.session.internal.unit.UnitOfWork;
import dev.unirow.session.internal.value.KeyText;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a session does with models that it does not track: it finds their rows by their keys, and compares versions. */
public final class DetachedModels {
    private final ModelCatalog catalog;

    public DetachedModels(ModelCatalog catalog) {
        this.catalog = catalog;
    }

    /** The managed model of the row that a detached one means to delete. */
    public <T> CompletionStage<T> toDelete(UnitOfWork unit, Class<T> type, Object model) {
        Object key = requireKey("delete", type, model);
        Object version = catalog.versionOf(model);
        return unit.find(type, key).thenApply(found -> {
            T row = requireRow(type, key, found);
            if (!Objects.equals(version, catalog.versionOf(row))) {
                throw stale("delete", type, key, "its row was changed since it was read. Read it again");
            }
            return row;
        });
    }

    public <T> CompletionStage<T> merge(
            UnitOfWork unit, Class<T> type, T model, Function<UnitOfWork, List<Object>> added) {
        Object key = requireKey("merge", type, model);
        return unit.find(type, key, added.apply(unit)).thenCompose(found -> {
            if (found == null) {
                throw stale("merge", type, key, "its row is gone");
            }
            requireVersion("merge", type, found, model);
            return unit.merge(model).thenApply(ignored -> model);
        });
    }

    public <T> CompletionStage<T> load(UnitOfWork unit, Class<T> type, T model) {
        Object key = requireKey("load", type, model);
        return unit.find(type, key).thenApply(found -> {
            unit.copyState(requireRow(type, key, found), model);
            return model;
        });
    }

    private static <T> T requireRow(Class<T> type, Object key, @Nullable T found) {
        if (found == null) {
            throw new NotFoundException(type, key, null);
        }
        return found;
    }

    private Object requireKey(String what, Class<?> type, Object model) {
        Object key = catalog.keyOf(model);
        if (key == null) {
            throw new NotManagedException(
                    "Cannot " + what + " " + type.getSimpleName() + ": it has no key, so it was never inserted.", null);
        }
        return key;
    }

    /** A model that was made by hand has no version to compare. */
    void requireVersion(String what, Class<?> type, Object row, Object model) {
        Object version = catalog.versionOf(model);
        if (version != null && !version.equals(catalog.versionOf(row))) {
            throw stale(what, type, catalog.keyOf(row), "its row was changed since it was read. Read it again");
        }
    }

    private static StaleModelException stale(String what, Class<?> type, @Nullable Object key, String why) {
        return new StaleModelException(
                "Cannot " + what + " " + type.getSimpleName() + KeyText.of(key) + ": " + why + ".", type, key, null);
    }
}
