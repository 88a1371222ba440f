package dev.unirow.active;

import dev.unirow.model.Models;
import dev.unirow.model.ReadOptions;
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

    /** @param given a model, or a map of the values of one */
    static <T> T from(Class<T> model, Object given) {
        if (model.isInstance(given)) {
            return model.cast(given);
        }
        if (given instanceof Map<?, ?> map) {
            @SuppressWarnings("unchecked") // other keys than names are refused with the unknown ones
            Map<String, @Nullable Object> values = (Map<String, @Nullable Object>) map;
            return of(model, values);
        }
        throw new IllegalArgumentException(
                "A " + model.getSimpleName() + " is made of a model or a Map of its values, not of a "
                        + given.getClass().getName() + ".");
    }
}
