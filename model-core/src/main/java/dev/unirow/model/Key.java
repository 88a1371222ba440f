package dev.unirow.model;

import dev.unirow.model.internal.KeyPart;
import dev.unirow.model.internal.Records;
import dev.unirow.model.internal.Sight;
import java.lang.reflect.Field;
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

    /**
     * How objects of one class are compared.
     *
     * @param parts those of the key; null where the key must be made to be compared: of stand-ins, and where a key
     *     class has an equality of its own
     */
    record Identity(Class<?> root, int hash, KeyPart @Nullable [] parts) {
        static final ClassValue<Identity> OF = new ClassValue<>() {
            @Override
            protected Identity computeValue(Class<?> type) {
                Shape shape = Shape.of(type);
                boolean comparable = type == shape.type()
                        && !shape.ids().isEmpty()
                        && (shape.keyType() == null || shape.keyType().isRecord());
                return new Identity(
                        shape.root(),
                        shape.root().getName().hashCode(),
                        comparable
                                ? shape.ids().stream()
                                        .map(id -> comparing(shape, id))
                                        .toArray(KeyPart[]::new)
                                : null);
            }
        };
    }

    private static KeyPart comparing(Shape shape, Property id) {
        return switch (id.kind()) {
            case REFERENCE ->
                (one, other) -> {
                    Object key = id.read(one);
                    Object otherKey = id.read(other);
                    return key != null && otherKey != null && isSame(key, otherKey);
                };
            case EMBEDDED ->
                (one, other) -> {
                    Object key = id.read(one);
                    return key != null && key.equals(id.read(other)) && isComplete(id, key);
                };
            default ->
                id.reader() instanceof Field field
                        ? KeyPart.of(field, shape.fresh().valueOf(id))
                        : (one, other) -> {
                            Object key = part(shape, id, one);
                            return key != null && key.equals(part(shape, id, other));
                        };
        };
    }

    /** Whether two models are of one entity, and have the same key. */
    static boolean isSameRow(Model one, Model other) {
        Identity identity = one.identity();
        return one.getClass() == other.getClass()
                ? isSame(identity.parts(), one, other)
                : identity.root() == other.identity().root() && isSame(null, one, other);
    }

    private static boolean isSame(Object one, Object other) {
        return isSame(
                one.getClass() == other.getClass()
                        ? Identity.OF.get(one.getClass()).parts()
                        : null,
                one,
                other);
    }

    private static boolean isSame(KeyPart @Nullable [] parts, Object one, Object other) {
        if (parts == null) {
            Object key = of(one);
            return key != null && key.equals(of(other));
        }
        for (KeyPart part : parts) {
            if (!part.isSame(one, other)) {
                return false;
            }
        }
        return true;
    }

    /** Models by their keys, in their order; the first of those that are the same row. */
    static <K, M> Map<K, M> map(Class<K> keyType, Iterable<? extends M> models) {
        Map<K, M> map = new LinkedHashMap<>();
        int index = 0;
        for (M model : models) {
            String which = "Models cannot be put under their keys: the one at [" + index++ + "] ";
            if (model == null) {
                throw new IllegalArgumentException(which + "is null. Leave it out.");
            }
            which += "(" + Shape.of(model).name() + ") ";
            Object key = of(model);
            if (key == null) {
                throw new IllegalArgumentException(
                        which + "has no key yet. Add it and flush, so that it gets one, or leave it out.");
            } else if (!keyType.isInstance(key)) {
                throw new IllegalArgumentException(which + "has a key of the type '"
                        + key.getClass().getName() + "', not '" + keyType.getName() + "'.");
            }
            M before = map.putIfAbsent(keyType.cast(key), model);
            if (before != null && Shape.of(before).root() != Shape.of(model).root()) {
                throw new IllegalArgumentException(which + "has the same key as a model of another entity ("
                        + Shape.of(before).name() + "). Give the models of one entity only.");
            }
        }
        return map;
    }

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
            case EMBEDDED -> isComplete(id, value) ? value : null;
            // a primitive has no null: its default says that no key was given
            default -> id.type().isPrimitive() && value.equals(shape.fresh().valueOf(id)) ? null : value;
        };
    }

    private static boolean isComplete(Property id, Object embedded) {
        return Shape.of(id, embedded.getClass()).properties().stream().allMatch(part -> part.read(embedded) != null);
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
                Property part = Shape.ofKey(ids, key.getClass()).find(id.name());
                parts.put(id, part == null ? null : part.read(key));
            }
        }
        return parts;
    }

    /** The parts of a composite key of the model's key class, by property. */
    static Map<Property, @Nullable Object> spread(Shape shape, Object key) {
        Shape parts = Shape.ofKey(shape.ids(), key.getClass());
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
        for (Property property : Shape.ofKey(ids, keyType).properties()) {
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
