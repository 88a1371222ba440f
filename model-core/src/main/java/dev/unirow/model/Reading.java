package dev.unirow.model;

import com.fasterxml.jackson.databind.JavaType;
import jakarta.validation.ConstraintViolation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns keys and values into properties, and into the models and embedded values below. Problems are collected, not thrown, so that all are told at once. */
final class Reading {

    private final Class<?> root;
    private final List<ConstraintViolation<?>> problems = new ArrayList<>();
    private final Map<PropertyPath, Object> made = new LinkedHashMap<>();

    Reading(Class<?> root) {
        this.root = root;
    }

    /** What does not fit; empty if everything did. */
    List<ConstraintViolation<?>> problems() {
        return problems;
    }

    /** The new models below the root, by where they are; references by key are not among them. */
    Map<PropertyPath, Object> made() {
        return made;
    }

    /** The values of the properties that were given and fit. */
    Map<Property, @Nullable Object> assignments(Shape shape, Map<String, ?> given, PropertyPath path) {
        Map<Property, @Nullable Object> assignments = new LinkedHashMap<>();
        given.forEach((key, raw) -> {
            Property property = property(shape, key);
            PropertyPath at = path.child(key);
            if (property == null) {
                problem(at, "is not a property of " + shape.name() + ", which has " + names(shape), "unknown");
                return;
            }
            try {
                assignments.put(property, value(property, raw, at));
            } catch (Misfit misfit) {
                problem(at, String.valueOf(misfit.getMessage()), "type");
            }
        });
        return assignments;
    }

    /** A property by its name, in Java or in JSON; {@code teamId} is the reference {@code team} by its key. */
    private static @Nullable Property property(Shape shape, String key) {
        Property property = shape.find(key);
        if (property == null) {
            property = shape.findByJsonName(key);
        }
        if (property == null && key.endsWith("Id")) {
            Property reference = shape.find(key.substring(0, key.length() - 2));
            return reference != null && reference.kind() == Property.Kind.REFERENCE ? reference : null;
        }
        return property;
    }

    void problem(PropertyPath path, String message, String kind) {
        problems.add(new Violation(root, null, path, message, "{dev.unirow.model." + kind + "}", null));
    }

    private @Nullable Object value(Property property, @Nullable Object raw, PropertyPath path) throws Misfit {
        JavaType type = property.type();
        if (raw == null) {
            if (type.isPrimitive()) {
                throw new Misfit("must not be null");
            }
            return null;
        }
        return switch (property.kind()) {
            case BASIC -> Scalars.convert(raw, type);
            case EMBEDDED -> embedded(type.getRawClass(), raw, path);
            case REFERENCE -> reference(type.getRawClass(), raw, path);
            case COLLECTION -> property.ofModels() ? models(property, raw, path) : elements(type, raw, path);
        };
    }

    private Object reference(Class<?> type, Object raw, PropertyPath path) throws Misfit {
        if (type.isInstance(raw)) {
            return raw;
        }
        Shape shape = Shape.of(type);
        Property id = shape.ids().size() == 1 ? shape.ids().get(0) : null;
        boolean isKey =
                raw.getClass() == shape.keyType() || (id != null && id.type().getRawClass() == raw.getClass());
        Map<String, @Nullable Object> nested = isKey ? null : Source.nested(type, raw);
        if (nested != null) {
            return model(shape, nested, path);
        }
        Object reference = shape.instantiate();
        if (id != null) {
            assign(reference, id, value(id, raw, path));
        } else if (isKey) {
            Key.spread(shape, raw).forEach((part, value) -> assign(reference, part, value));
        } else {
            throw new Misfit("must be an object with the key of " + shape.name());
        }
        return reference;
    }

    /** A new model with its defaults and what was given. */
    Object model(Shape shape, Map<String, ?> given, PropertyPath path) {
        Object model = shape.instantiate();
        assignments(shape, given, path).forEach((property, value) -> assign(model, property, value));
        if (!Key.isAll(shape, model)) {
            made.put(path, model);
        }
        return model;
    }

    /** Writes one property, marks it as set, and lets models below know their owner. */
    static void assign(Object model, Property property, @Nullable Object value) {
        property.write(model, value);
        if (model instanceof Model ours) {
            ours.markSet(property.name());
        }
        own(model, property, value);
    }

    /** Models below that are told apart by who owns them learn it, unless they have an owner. */
    static void own(Object model, Property property, @Nullable Object value) {
        String owner = property.owner();
        if (value != null && !owner.isEmpty()) {
            for (Object below : value instanceof Collection<?> several ? several : List.of(value)) {
                Property back = Shape.of(below).find(owner);
                if (back != null && back.kind() == Property.Kind.REFERENCE && back.read(below) == null) {
                    back.write(below, model);
                }
            }
        }
    }

    private Collection<@Nullable Object> models(Property property, Object raw, PropertyPath path) throws Misfit {
        JavaType type = property.type();
        Iterable<? extends @Nullable Object> given = Source.elements(raw);
        if (given == null || !type.isCollectionLikeType()) {
            throw new Misfit(type.isCollectionLikeType() ? "must be an array" : "can only be set in code");
        }
        Collection<@Nullable Object> models = collection(type);
        int index = 0;
        for (Object element : given) {
            PropertyPath at = path.at(index++);
            if (element == null) {
                problem(at, "must not be null", "type");
                continue;
            }
            try {
                models.add(reference(type.getContentType().getRawClass(), element, at));
            } catch (Misfit misfit) {
                problem(at, String.valueOf(misfit.getMessage()), "type");
            }
        }
        return models;
    }

    /** A collection of plain or embedded values. */
    private @Nullable Object elements(JavaType type, Object raw, PropertyPath path) throws Misfit {
        if (!type.isCollectionLikeType()) {
            return Scalars.convert(raw, type);
        }
        Iterable<? extends @Nullable Object> given = Source.elements(raw);
        if (given == null) {
            throw new Misfit("must be an array");
        }
        JavaType content = type.getContentType();
        Collection<@Nullable Object> elements = collection(type);
        int index = 0;
        for (Object element : given) {
            PropertyPath at = path.at(index++);
            try {
                elements.add(element == null ? null : element(content, element, at));
            } catch (Misfit misfit) {
                problem(at, String.valueOf(misfit.getMessage()), "type");
            }
        }
        return elements;
    }

    private @Nullable Object element(JavaType type, Object raw, PropertyPath path) throws Misfit {
        return Shape.exists(type.getRawClass()) ? embedded(type.getRawClass(), raw, path) : Scalars.convert(raw, type);
    }

    private static Collection<@Nullable Object> collection(JavaType type) {
        return Set.class.isAssignableFrom(type.getRawClass()) ? new LinkedHashSet<>() : new ArrayList<>();
    }

    private Object embedded(Class<?> type, Object raw, PropertyPath path) throws Misfit {
        if (type.isInstance(raw)) {
            return raw;
        }
        Map<String, @Nullable Object> nested = Source.nested(type, raw);
        if (nested == null) {
            throw new Misfit("must be an object");
        }
        Shape shape = Shape.of(type);
        int before = problems.size();
        Map<Property, @Nullable Object> parts = assignments(shape, nested, path);
        if (type.isRecord()) {
            return record(shape, parts, problems.size() > before);
        }
        Object embedded = shape.instantiate();
        parts.forEach((part, value) -> part.write(embedded, value));
        return embedded;
    }

    private static Object record(Shape shape, Map<Property, @Nullable Object> parts, boolean incomplete) throws Misfit {
        @Nullable Object[] values = new @Nullable Object[shape.properties().size()];
        for (int i = 0; i < values.length; i++) {
            Property part = shape.properties().get(i);
            values[i] =
                    parts.containsKey(part) ? parts.get(part) : shape.fresh().valueOf(part);
        }
        try {
            return Records.make(shape.type(), values);
        } catch (IllegalArgumentException | NullPointerException e) {
            // the record's own words may quote a value; where a part is missing anyway, its problem has been told
            throw new Misfit(incomplete ? "is incomplete" : "is refused by '" + shape.name() + "'");
        }
    }

    private static String names(Shape shape) {
        return shape.properties().stream().map(Property::name).collect(Collectors.joining(", "));
    }
}
