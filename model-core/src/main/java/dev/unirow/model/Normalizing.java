package dev.unirow.model;

import dev.unirow.model.internal.Misfit;
import dev.unirow.model.internal.Normalizers;
import dev.unirow.model.internal.PropertyPath;
import dev.unirow.model.internal.Records;
import dev.unirow.model.internal.RefusedValueException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings values into the form that {@code @Normalize} asks for, those of embedded values too. */
final class Normalizing {
    private final Problems problems;

    Normalizing(Problems problems) {
        this.problems = problems;
    }

    /**
     * Normalizes what is loaded of a model, in the model.
     *
     * @throws InvalidModelException if a normalizer refuses a value; what the others made stays
     */
    static void normalize(Object model) {
        Problems problems = new Problems(Shape.of(model).type());
        new Normalizing(problems).parts(Shape.of(model), model, PropertyPath.ROOT);
        if (problems.count() > 0) {
            throw problems.asException();
        }
    }

    private void parts(Shape shape, Object target, PropertyPath path) {
        for (Property property : shape.properties()) {
            if (isConcerned(property) && property.writer() != null && property.isLoadedIn(target)) {
                Object value = property.read(target);
                PropertyPath at = path.child(property.name());
                Object normal = value(property, value, at);
                if (normal != value) {
                    write(property, target, normal, at);
                }
            }
        }
    }

    private void write(Property property, Object target, @Nullable Object normal, PropertyPath path) {
        try {
            property.write(target, normal);
        } catch (RefusedValueException e) {
            problems.add(path, "is refused by its setter", "type");
        }
    }

    private static boolean isConcerned(Property property) {
        return property.normalizers() != null || property.kind() == Property.Kind.EMBEDDED || holdsEmbedded(property);
    }

    private static boolean holdsEmbedded(Property property) {
        return property.kind() == Property.Kind.COLLECTION
                && !property.ofModels()
                && property.type().getContentType() != null
                && Shape.isEmbeddable(property.type().getContentType().getRawClass());
    }

    /** The same object if it is normal already; what is refused is told, and stays as it is. */
    private @Nullable Object value(Property property, @Nullable Object value, PropertyPath path) {
        if (value == null || !isConcerned(property)) {
            return value;
        }
        Object whole = property.kind() == Property.Kind.EMBEDDED
                ? embedded(property, value, path)
                : holdsEmbedded(property) ? elements(value, path) : value;
        return own(property, whole, path);
    }

    /** By what stands at the property itself, whatever its parts say. */
    @Nullable Object own(Property property, @Nullable Object value, PropertyPath path) {
        Normalizers normalizers = property.normalizers();
        try {
            if (normalizers != null && value instanceof Optional<?> given && given.isPresent()) {
                return Optional.ofNullable(normalizers.apply(given.get()));
            }
            return normalizers == null ? value : normalizers.apply(value);
        } catch (Misfit misfit) {
            problems.add(path, misfit);
            return value;
        }
    }

    private Object embedded(Property owner, Object value, PropertyPath path) {
        return Shape.isEmbeddable(value.getClass()) ? embedded(Shape.of(owner, value.getClass()), value, path) : value;
    }

    private Object element(Object value, PropertyPath path) {
        return Shape.isEmbeddable(value.getClass()) ? embedded(Shape.of(value), value, path) : value;
    }

    /** @param shape what the value is, as its owner reads it */
    Object embedded(Shape shape, Object value, PropertyPath path) {
        if (!value.getClass().isRecord()) {
            parts(shape, value, path);
            return value;
        }
        List<Property> parts = shape.properties();
        @Nullable Object[] values = new @Nullable Object[parts.size()];
        boolean isChanged = false;
        for (int i = 0; i < values.length; i++) {
            Object part = parts.get(i).read(value);
            values[i] = value(parts.get(i), part, path.child(parts.get(i).name()));
            isChanged |= values[i] != part;
        }
        try {
            return isChanged ? Records.make(value.getClass(), values) : value;
        } catch (RuntimeException e) {
            problems.add(path, "is refused by '" + value.getClass().getSimpleName() + "'", "type");
            return value;
        }
    }

    private Object elements(Object container, PropertyPath path) {
        if (container instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> normal = new LinkedHashMap<>();
            map.forEach((key, each) -> normal.put(key, each == null ? null : element(each, path.at(key))));
            return isSame(map.values(), normal.values()) ? map : normal;
        }
        if (!(container instanceof Collection<?> collection)) {
            return container;
        }
        List<@Nullable Object> normal = new ArrayList<>();
        for (Object each : collection) {
            normal.add(each == null ? null : element(each, path.at(normal.size())));
        }
        return isSame(collection, normal) ? collection : like(collection, normal);
    }

    private static boolean isSame(Collection<?> given, Collection<?> normal) {
        Object[] before = given.toArray();
        Object[] after = normal.toArray();
        for (int i = 0; i < before.length; i++) {
            if (before[i] != after[i]) {
                return false;
            }
        }
        return true;
    }

    private static Collection<@Nullable Object> like(Collection<?> collection, List<@Nullable Object> elements) {
        return collection instanceof Set<?> ? new LinkedHashSet<>(elements) : elements;
    }
}
