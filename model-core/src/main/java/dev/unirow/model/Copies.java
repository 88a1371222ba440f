package dev.unirow.model;

import com.fasterxml.jackson.databind.JsonNode;
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
        shape.properties().stream()
                .filter(part -> part.writer() != null && part.isLoadedIn(value))
                .forEach(part -> part.write(copy, of(part.read(value))));
        return copy;
    }
}
