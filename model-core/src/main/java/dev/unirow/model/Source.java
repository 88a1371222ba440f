package dev.unirow.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a model is made or changed from, as keys and values: only those keys that were given. */
final class Source {

    private Source() {}

    static Map<String, @Nullable Object> of(Class<?> type, Map<String, ?> map) {
        Map<String, @Nullable Object> given = new LinkedHashMap<>();
        map.forEach((key, value) -> given.put(String.valueOf(key), value));
        return given;
    }

    static Map<String, @Nullable Object> of(Class<?> type, JsonNode json) {
        if (!json.isObject()) {
            throw new IllegalArgumentException(type.getSimpleName() + " cannot be read: its JSON is of the kind '"
                    + json.getNodeType() + "', not an object.");
        }
        Map<String, @Nullable Object> given = new LinkedHashMap<>();
        json.properties().forEach(entry -> given.put(entry.getKey(), plain(entry.getValue())));
        return given;
    }

    /** A record cannot leave a component out: null says nothing, and an {@link Optional} says null by being empty. */
    static Map<String, @Nullable Object> of(Class<?> type, Record record) {
        Map<String, @Nullable Object> given = new LinkedHashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = read(record, component);
            if (value instanceof Optional<?> optional) {
                given.put(component.getName(), optional.orElse(null));
            } else if (value != null) {
                given.put(component.getName(), value);
            }
        }
        return given;
    }

    /** Anything that has keys, or null if the value has none. */
    static @Nullable Map<String, @Nullable Object> nested(Class<?> type, Object value) {
        if (value instanceof JsonNode json) {
            return json.isObject() ? of(type, json) : null;
        } else if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> given = new LinkedHashMap<>();
            map.forEach((key, below) -> given.put(String.valueOf(key), below));
            return given;
        }
        return value instanceof Record record ? of(type, record) : null;
    }

    private static @Nullable Object plain(JsonNode node) {
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

    /** The element of an array or collection, a JSON array included; null if the value is none of them. */
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
