package dev.unirow.model;

import dev.unirow.model.internal.Records;
import dev.unirow.model.internal.Sight;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The key of a model, stand-in or not. */
final class Key {
    private Key() {}

    /** The key, or null while any part of it is missing. Never loads. */
    static @Nullable Object of(Object model) {
        Shape shape = Shape.of(model);
        if (!Sight.REFERENCES.isLoaded(model)) {
            Object held = Sight.REFERENCES.key(model);
            // without a class for a composite key, the mapper keeps it in an instance of the model itself
            return shape.type().isInstance(held) ? read(shape, Objects.requireNonNull(held)) : held;
        }
        return read(shape, Sight.REFERENCES.unproxy(model));
    }

    private static @Nullable Object read(Shape shape, Object target) {
        List<Property> ids = shape.ids();
        List<Object> parts = new ArrayList<>(ids.size());
        for (Property id : ids) {
            Object part = part(shape, id, target);
            if (part == null) {
                return null;
            }
            parts.add(part);
        }
        if (parts.isEmpty()) {
            return null;
        }
        Class<?> keyType = shape.keyType();
        if (keyType != null) {
            return keyType.isRecord() ? keyRecord(keyType, ids, parts) : keyObject(keyType, ids, parts);
        }
        return parts.size() == 1 ? parts.get(0) : List.copyOf(parts);
    }

    private static @Nullable Object part(Shape shape, Property id, Object target) {
        Object value = id.read(target);
        if (value == null) {
            return null;
        }
        return switch (id.kind()) {
            case REFERENCE -> of(value);
            case EMBEDDED -> isComplete(value) ? value : null;
            // a primitive has no null: its default says that no key was given
            default -> id.type().isPrimitive() && value.equals(shape.fresh().valueOf(id)) ? null : value;
        };
    }

    private static boolean isComplete(Object embedded) {
        return Shape.of(embedded).properties().stream().allMatch(part -> part.read(embedded) != null);
    }

    /** What is known of the key, by property; those of an unloaded reference too. */
    static Map<Property, @Nullable Object> parts(Object model) {
        Shape shape = Shape.of(model);
        Object key = of(model);
        Map<Property, @Nullable Object> parts = new LinkedHashMap<>();
        if (key == null) {
            return parts;
        }
        List<Property> ids = shape.ids();
        for (int i = 0; i < ids.size(); i++) {
            Property id = ids.get(i);
            if (ids.size() == 1) {
                parts.put(id, key);
            } else if (key instanceof List<?> values) {
                parts.put(id, values.get(i));
            } else {
                Property part = ShapeReader.read(key.getClass()).find(id.name());
                parts.put(id, part == null ? null : part.read(key));
            }
        }
        return parts;
    }

    /** The parts of a composite key of the model's key class, by property. */
    static Map<Property, @Nullable Object> spread(Shape shape, Object key) {
        Shape parts = ShapeReader.read(key.getClass());
        Map<Property, @Nullable Object> spread = new LinkedHashMap<>();
        for (Property id : shape.ids()) {
            Property part = parts.find(id.name());
            if (part == null || id.kind() == Property.Kind.REFERENCE) {
                throw new IllegalArgumentException(shape.name() + " cannot be referred to by '"
                        + key.getClass().getName() + "' alone.");
            }
            spread.put(id, part.read(key));
        }
        return spread;
    }

    private static Object keyRecord(Class<?> keyType, List<Property> ids, List<Object> parts) {
        RecordComponent[] components = keyType.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = parts.get(indexOf(ids, components[i].getName(), keyType));
        }
        return Records.make(keyType, values);
    }

    private static Object keyObject(Class<?> keyType, List<Property> ids, List<Object> parts) {
        Object key = new Shape.Fresh(keyType).instantiate();
        for (Property property : ShapeReader.read(keyType).properties()) {
            property.write(key, parts.get(indexOf(ids, property.name(), keyType)));
        }
        return key;
    }

    private static int indexOf(List<Property> ids, String name, Class<?> keyType) {
        for (int i = 0; i < ids.size(); i++) {
            if (ids.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalStateException(
                "The key class '" + keyType.getName() + "' has '" + name + "', which its model has not.");
    }
}
