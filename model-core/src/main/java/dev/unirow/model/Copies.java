package dev.unirow.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unirow.model.internal.Sight;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values of which nothing that can change is shared; other models, and the application's own types, stay the same
 * objects.
 */
final class Copies {
    private Copies() {}

    static @Nullable Object of(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, below) -> copy.put(key, of(below)));
            return copy;
        } else if (value instanceof Set<?> set) {
            return copied(set, new LinkedHashSet<>());
        } else if (value instanceof List<?> list) {
            return copied(list, new ArrayList<>());
        } else if (value instanceof JsonNode json) {
            return json.deepCopy();
        } else if (value instanceof byte[] bytes) {
            return bytes.clone();
        } else if (value != null && Shape.isEmbeddable(value.getClass()) && !(value instanceof Record)) {
            return embedded(value);
        }
        return value;
    }

    private static Collection<@Nullable Object> copied(Collection<?> original, Collection<@Nullable Object> copy) {
        original.forEach(below -> copy.add(of(below)));
        return copy;
    }

    private static Object embedded(Object value) {
        Shape shape = Shape.of(value);
        Object copy = shape.instantiate();
        for (Property part : shape.properties()) {
            if (part.writer() != null && part.isLoadedIn(value)) {
                part.write(copy, of(part.read(value)));
            } else {
                keepUnloaded(part, value, copy);
            }
        }
        return copy;
    }

    /**
     * What takes the place of an embedded value: the other one, with collections of this one that it has not loaded.
     */
    static Object instead(@Nullable Object current, Object other) {
        List<Property> unloaded = other instanceof Record
                ? List.of()
                : Shape.of(other).properties().stream()
                        .filter(part -> part.kind() == Property.Kind.COLLECTION && !part.isLoadedIn(other))
                        .toList();
        if (unloaded.isEmpty()) {
            return other;
        }
        Object copy = embedded(other);
        Object fresh = current == null ? Shape.of(other).instantiate() : current;
        unloaded.stream().filter(part -> part.writer() != null).forEach(part -> part.write(copy, part.read(fresh)));
        return copy;
    }

    /** A collection that is not loaded is not loaded in the copy either: it would look empty. */
    static void keepUnloaded(Property property, Object original, Object copy) {
        Object value = property.kind() == Property.Kind.COLLECTION ? property.read(original) : null;
        Object unloaded = value == null || property.writer() == null ? null : Sight.REFERENCES.copy(value);
        if (unloaded != null) {
            property.put(copy, unloaded);
        }
    }
}
