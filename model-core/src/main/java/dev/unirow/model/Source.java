package dev.unirow.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.POJONode;
import dev.unirow.model.internal.PropertyPath;
import dev.unirow.model.normalize.Normalizer;
import jakarta.persistence.Embeddable;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a model is made or changed from, as keys and values: only those keys that were given.
 *
 * @param json whether the keys are those of JSON, rather than names of properties
 * @param whole whether what has no key is as in a new object, since the values are those of a model
 */
record Source(Map<String, @Nullable Object> values, boolean json, boolean whole) {
    /**
     * The keys and values of a map, a JSON text or tree, a record, or a model; null if the JSON is no object, or what
     * is given holds itself, which is told.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    static @Nullable Source of(Object given, Problems problems) {
        if (given instanceof CharSequence text) {
            JsonNode tree = JsonTree.read(text.toString(), problems);
            return tree == null ? null : of(tree, problems);
        }
        int before = problems.count();
        Nesting.check(given, PropertyPath.ROOT, problems::add);
        if (problems.count() > before) {
            return null;
        }
        Source source = nested(given);
        if (source == null && given instanceof JsonNode) {
            problems.add(PropertyPath.ROOT, "must be a JSON object", "json");
        } else if (source == null) {
            throw new IllegalArgumentException("A model is made of a map, JSON, a record or another model, not of '"
                    + given.getClass().getName() + "'.");
        }
        return source;
    }

    /** Anything that has keys, or null if the value has none. */
    static @Nullable Source nested(Object value) {
        Map<String, @Nullable Object> given = new LinkedHashMap<>();
        if (value instanceof JsonNode json) {
            json.properties().forEach(entry -> given.put(entry.getKey(), plain(entry.getValue())));
            return json.isObject() ? new Source(given, true, false) : null;
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, below) -> given.put(String.valueOf(key), below));
            return new Source(given, false, false);
        } else if (value instanceof Record record) {
            return new Source(components(record), false, false);
        }
        boolean model = Shape.exists(value.getClass()) && !value.getClass().isAnnotationPresent(Embeddable.class);
        return model ? new Source(Models.assigned(value), false, true) : null;
    }

    /** A record cannot leave a component out: null says nothing, and an {@link Optional} says null by being empty. */
    private static Map<String, @Nullable Object> components(Record record) {
        Map<String, @Nullable Object> given = new LinkedHashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = read(record, component);
            if (value instanceof Optional<?> optional) {
                given.put(component.getName(), normal(record, component, optional.orElse(null)));
            } else if (value != null) {
                given.put(component.getName(), normal(record, component, value));
            }
        }
        return given;
    }

    /** What the record itself says of its values; the model that is made of it may say more. */
    private static @Nullable Object normal(Record record, RecordComponent component, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        Normalizer<Object> normalizer = Models.normalizer(record.getClass(), component.getName());
        return normalizer == null ? value : normalizer.normalize(value);
    }

    static @Nullable Object plain(JsonNode node) {
        return switch (node.getNodeType()) {
            case NULL, MISSING -> null;
            case STRING -> node.textValue();
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> node.numberValue();
            // a tree that was made of Java values
            case POJO -> ((POJONode) node).getPojo();
            case BINARY -> ((BinaryNode) node).binaryValue();
            default -> node;
        };
    }

    /** The elements of an array or collection, a JSON array included; null if the value is none of them. */
    static @Nullable Iterable<? extends @Nullable Object> elements(Object value) {
        if (value instanceof JsonNode json) {
            return json.isArray() ? json.valueStream().map(Source::plain).toList() : null;
        }
        if (value instanceof Iterable<?> iterable) {
            return iterable;
        }
        return value instanceof Object[] array ? Arrays.asList(array) : null;
    }

    static @Nullable Object read(Record record, RecordComponent component) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "'" + record.getClass().getName() + "." + component.getName() + "' cannot be read.", e);
        }
    }
}
