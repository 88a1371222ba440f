package dev.unirow.session.internal.operation;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.unirow.session.exception.CyclicReferenceException;
import dev.unirow.session.exception.UniqueViolationException;
import dev.unirow.session.internal.failure.Constraints;
import dev.unirow.session.internal.unit.ModelCatalog;
import dev.unirow.session.internal.unit.UnitOfWork;
import dev.unirow.session.internal.unit.WrittenRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Models that were added and not yet sent, in the order of their addition, each once. Thread-safe. */
public final class PendingModels {
    private final ModelCatalog catalog;
    private final Constraints constraints;
    private final Map<Object, Long> numbers = new IdentityHashMap<>();
    private final Map<Long, Object> models = new LinkedHashMap<>();
    private long next;

    public PendingModels(ModelCatalog catalog, Constraints constraints) {
        this.catalog = catalog;
        this.constraints = constraints;
    }

    public synchronized void addAll(Collection<?> added) {
        for (Object model : added) {
            if (numbers.putIfAbsent(model, next) == null) {
                models.put(next++, model);
            }
        }
    }

    public synchronized boolean contains(Object model) {
        return numbers.containsKey(model);
    }

    @CanIgnoreReturnValue
    public synchronized boolean remove(Object model) {
        Long number = numbers.remove(model);
        return number != null && models.remove(number) != null;
    }

    public synchronized void clear() {
        numbers.clear();
        models.clear();
    }

    public synchronized List<Object> all() {
        return new ArrayList<>(models.values());
    }

    /** The one of this class with this key; null where there is none. */
    public <T> @Nullable T withKey(Class<T> type, Object key) {
        for (Object model : all()) {
            if (type.isInstance(model) && key.equals(catalog.keyOf(model))) {
                return type.cast(model);
            }
        }
        return null;
    }

    /**
     * Empties this; what was in it, in the order in which it can be inserted.
     *
     * @throws CyclicReferenceException if there is no such order; nothing is taken then
     * @throws UniqueViolationException if two models have one key, or one has that of a model that the session tracks;
     *     nothing is taken then
     */
    public synchronized List<Object> drain(UnitOfWork unit) {
        List<Object> all = all();
        Object second = unit.firstWithTakenKey(all, catalog::hasAssignedKey);
        if (second != null) {
            Class<?> type = catalog.modelOf(second);
            throw new UniqueViolationException(
                    constraints.keyOf(type), new WrittenRow(type, second, catalog.keyOf(second)), null);
        }
        List<Object> ordered = new InsertOrder(catalog, all).models();
        clear();
        return ordered;
    }
}
