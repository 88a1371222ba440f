package dev.unirow.active;

import dev.unirow.model.Models;
import dev.unirow.model.ReadOptions;
import dev.unirow.query.Assignment;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes models from values. */
final class New {
    private New() {}

    @SuppressWarnings("NullAway") // from takes nulls as values
    static <T> T of(Class<T> model, Map<String, ? extends @Nullable Object> values) {
        return Models.from(
                model,
                Entities.withKeyName(model, values),
                ReadOptions.options().lenient());
    }

    /** @param given a model, or a map or list of assignments of the values of one */
    static <T> T from(Class<T> model, Object given) {
        if (model.isInstance(given)) {
            return model.cast(given);
        }
        if (given instanceof Map<?, ?> map) {
            @SuppressWarnings("unchecked") // other keys than names are refused with the unknown ones
            Map<String, @Nullable Object> values = (Map<String, @Nullable Object>) map;
            return of(model, values);
        }
        if (given instanceof Collection<?> list && list.stream().allMatch(Assignment.class::isInstance)) {
            @SuppressWarnings("unchecked") // columns of other models are refused by their names
            Collection<Assignment<? super T>> assignments = (Collection<Assignment<? super T>>) list;
            return of(model, Assigned.values(model, assignments));
        }
        throw new IllegalArgumentException("A " + model.getSimpleName()
                + " is made of a model, a Map of its values or a List of set(column, value), not of a "
                + given.getClass().getName() + ".");
    }
}
