package dev.unirow.session.internal.value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Collections with some of their elements replaced: themselves where they can be changed, copies of them elsewhere. */
final class Replaced {
    private Replaced() {}

    static Object of(Collection<?> collection, UnaryOperator<@Nullable Object> change) {
        List<@Nullable Object> elements = new ArrayList<>(collection.size());
        boolean isChanged = false;
        for (Object element : collection) {
            Object replaced = change.apply(element);
            isChanged |= replaced != element;
            elements.add(replaced);
        }
        return isChanged ? replaced(collection, elements) : collection;
    }

    @SuppressWarnings("unchecked") // the elements are of the class that they were of
    private static Object replaced(Collection<?> collection, List<@Nullable Object> elements) {
        try {
            Collection<@Nullable Object> changed = (Collection<@Nullable Object>) collection;
            changed.clear();
            changed.addAll(elements);
            return changed;
        } catch (UnsupportedOperationException unmodifiable) {
            return collection instanceof Set<?> ? new LinkedHashSet<>(elements) : elements;
        }
    }

    @SuppressWarnings("unchecked") // the entries are of the classes that they were of
    static Object of(Map<?, ?> map, Map<@Nullable Object, @Nullable Object> entries) {
        try {
            Map<@Nullable Object, @Nullable Object> changed = (Map<@Nullable Object, @Nullable Object>) map;
            changed.clear();
            changed.putAll(entries);
            return changed;
        } catch (UnsupportedOperationException unmodifiable) {
            return new LinkedHashMap<>(entries);
        }
    }

    /** The value of one column that holds many: an array or a collection, never changed itself. */
    static Object ofArray(Object value, UnaryOperator<@Nullable Object> change) {
        if (value instanceof Object[] array) {
            @Nullable Object[] copy = array.clone();
            boolean isChanged = false;
            for (int i = 0; i < copy.length; i++) {
                copy[i] = change.apply(array[i]);
                isChanged |= copy[i] != array[i];
            }
            return isChanged ? copy : value;
        }
        if (!(value instanceof Collection<?> collection)) {
            return value;
        }
        Collection<@Nullable Object> copy = collection instanceof Set<?> ? new LinkedHashSet<>() : new ArrayList<>();
        boolean isChanged = false;
        for (Object element : collection) {
            Object replaced = change.apply(element);
            isChanged |= replaced != element;
            copy.add(replaced);
        }
        return isChanged ? copy : value;
    }
}
