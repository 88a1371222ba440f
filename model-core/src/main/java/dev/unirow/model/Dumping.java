package dev.unirow.model;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import dev.unirow.model.internal.Sight;
import jakarta.persistence.Embeddable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One dump of a model to maps and lists. Reads what is loaded, and of an unloaded reference the key. A model that was
 * met before is left out under a reference, and is in a collection a copy of what is known of it so far; so that cycles
 * end. What a model holds itself is read before the models below it, so that such a copy has all of it.
 */
final class Dumping {
    private final DumpOptions options;
    private final IdentityHashMap<Object, Map<String, @Nullable Object>> met = new IdentityHashMap<>();

    private final @Nullable JsonNames names;
    private final @Nullable Class<?> view;

    private Dumping(DumpOptions options, @Nullable JsonNames names, @Nullable Class<?> view) {
        this.options = options;
        this.names = names;
        this.view = view;
    }

    static Map<String, @Nullable Object> dump(Object model, DumpOptions options) {
        return new Dumping(options, null, null).top(model);
    }

    /**
     * A dump whose keys are those of JSON.
     *
     * @param view the view of Jackson's that is asked for
     */
    static Map<String, @Nullable Object> json(
            Object model, DumpOptions options, JsonNames names, @Nullable Class<?> view) {
        return new Dumping(options, names, view).top(model);
    }

    private List<JsonNames.Written> written(Shape shape) {
        return names == null
                ? shape.properties().stream().map(JsonNames.Written::plain).toList()
                : names.written(shape);
    }

    private Map<String, @Nullable Object> top(Object model) {
        options.named().forEach(name -> requireKnown(Shape.of(model), name, name));
        return Sight.REFERENCES.isLoaded(model) ? model(Sight.REFERENCES.unproxy(model), "", 0) : key(model);
    }

    private static void requireKnown(Shape shape, String path, String whole) {
        int dot = path.indexOf('.');
        Property property = shape.find(dot < 0 ? path : path.substring(0, dot));
        if (property == null) {
            throw new IllegalArgumentException("'" + whole + "' cannot be dumped: " + shape.name() + " has "
                    + shape.properties().stream().map(Property::name).collect(Collectors.joining(", ")) + ".");
        }
        if (dot >= 0) {
            Class<?> below = property.type().isContainerType()
                    ? property.type().getContentType().getRawClass()
                    : property.type().getRawClass();
            requireKnown(Shape.of(below), path.substring(dot + 1), whole);
        }
    }

    private Map<String, @Nullable Object> model(Object target, String prefix, int depth) {
        Shape shape = Shape.of(target);
        if (depth > Nesting.MOST_LEVELS) {
            throw new IllegalArgumentException("A dump of models that are more than " + Nesting.MOST_LEVELS
                    + " levels below each other cannot be made: " + Printed.model(target)
                    + " is one level further. Let depth() take fewer.");
        }
        Map<String, @Nullable Object> dump = new LinkedHashMap<>();
        met.put(target, dump);
        List<JsonNames.Written> written = written(shape);
        for (JsonNames.Written one : columnsFirst(written)) {
            Property property = one.property();
            String path = prefix + property.name();
            if (isTaken(one, path) && property.isLoadedIn(target)) {
                Object value = property.read(target);
                if (!isLeftOut(shape, one, target, value)) {
                    requireEnd(property, value, target);
                    put(dump, one, value, path, depth);
                }
            }
        }
        if (!options.isNested() || isOrdered(shape, written)) {
            restoreOrder(dump, written);
        }
        return dump;
    }

    /** Columns, then collections of values, then what leads to other models; in each group the order stays. */
    private static List<JsonNames.Written> columnsFirst(List<JsonNames.Written> written) {
        return written.stream()
                .sorted(Comparator.comparingInt(one ->
                        isRelation(one.property()) ? 2 : one.property().kind() == Property.Kind.COLLECTION ? 1 : 0))
                .toList();
    }

    private static boolean isRelation(Property property) {
        return property.kind() == Property.Kind.REFERENCE || property.ofModels();
    }

    /** Whether the application says in which order JSON has the properties. */
    private boolean isOrdered(Shape shape, List<JsonNames.Written> written) {
        return names != null
                && (shape.type().isAnnotationPresent(JsonPropertyOrder.class)
                        || !written.stream()
                                .map(JsonNames.Written::property)
                                .toList()
                                .equals(shape.properties()));
    }

    private static void restoreOrder(Map<String, @Nullable Object> dump, List<JsonNames.Written> written) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(dump);
        dump.clear();
        for (JsonNames.Written one : written) {
            if (values.containsKey(one.name())) {
                dump.put(one.name(), values.get(one.name()));
            }
        }
    }

    private static void requireEnd(Property property, @Nullable Object value, Object target) {
        if (property.kind() != Property.Kind.REFERENCE && !property.ofModels()) {
            Nesting.require(value, property, target);
        }
    }

    private boolean isTaken(JsonNames.Written one, String path) {
        return options.takes(path, one.hidden()) && one.views().include(view);
    }

    private boolean isLeftOut(Shape shape, JsonNames.Written one, Object target, @Nullable Object value) {
        return (value == null && options.isWithoutNulls())
                || (options.isSetOnly() && !SetRule.isSet(shape, one.property(), target))
                || (options.isWithoutDefaults()
                        && SetRule.isDefault(shape, one.property(), target)
                        && !one.property().mustBeGiven(shape))
                || one.isLeftOut(value, shape);
    }

    private void put(
            Map<String, @Nullable Object> dump, JsonNames.Written one, @Nullable Object value, String path, int depth) {
        Property property = one.property();
        if (value == null) {
            dump.put(one.name(), null);
        } else if (property.kind() == Property.Kind.REFERENCE) {
            Map<String, @Nullable Object> reference = reference(value, path, depth);
            if (reference != null) {
                dump.put(one.name(), reference);
            }
        } else if (property.ofModels()) {
            if (options.reachesBelow(depth)) {
                dump.put(one.name(), members(value, path, depth));
            }
        } else if (one.value() != null) {
            dump.put(one.name(), one.value().write(value));
        } else {
            boolean embedded = property.kind() == Property.Kind.EMBEDDED;
            dump.put(one.name(), embedded ? embedded(property, value, path) : plain(property, value, path));
        }
    }

    private @Nullable Map<String, @Nullable Object> reference(Object model, String path, int depth) {
        Object target = Sight.REFERENCES.unproxy(model);
        if (met.containsKey(target)) {
            return null;
        }
        if (!Models.isKeyOnly(target) && options.reachesBelow(depth)) {
            return model(target, path + ".", depth + 1);
        }
        // a new model beyond the depth has nothing to be known by
        Map<String, @Nullable Object> key = key(target);
        return key.isEmpty() ? null : key;
    }

    private Object members(Object value, String path, int depth) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> members = new LinkedHashMap<>();
            map.forEach((key, model) -> members.put(key, member(model, path, depth)));
            return members;
        }
        List<Object> members = new ArrayList<>();
        for (Object model : (Collection<?>) value) {
            if (model != null) {
                members.add(member(model, path, depth));
            }
        }
        return members;
    }

    private Map<String, @Nullable Object> member(Object model, String path, int depth) {
        Object target = Sight.REFERENCES.unproxy(model);
        Map<String, @Nullable Object> before = met.get(target);
        if (before != null) {
            return cut(target, before, path + ".");
        }
        return Models.isKeyOnly(target) ? key(target) : model(target, path + ".", depth + 1);
    }

    /** What is known so far, and the key, of which references may be on their way or left out. */
    private Map<String, @Nullable Object> cut(Object target, Map<String, @Nullable Object> before, String prefix) {
        Map<String, @Nullable Object> cut = new LinkedHashMap<>(before);
        Shape shape = Shape.of(target);
        for (JsonNames.Written one : written(shape)) {
            Property property = one.property();
            boolean isMissing = property.id()
                    && property.kind() == Property.Kind.REFERENCE
                    && !cut.containsKey(one.name())
                    && isTaken(one, prefix + property.name());
            Object part = isMissing ? property.read(target) : null;
            Map<String, @Nullable Object> key = part == null ? Map.of() : key(Sight.REFERENCES.unproxy(part));
            if (!key.isEmpty()) {
                cut.put(one.name(), key);
            }
        }
        return cut;
    }

    /** What is known of a reference: the parts of its key by name. */
    private Map<String, @Nullable Object> key(Object model) {
        Map<String, @Nullable Object> parts = new LinkedHashMap<>();
        Map<Property, @Nullable Object> known = Key.parts(model);
        for (JsonNames.Written one : written(Shape.of(model))) {
            if (known.containsKey(one.property())) {
                Object value = known.get(one.property());
                JacksonValue jackson = one.value();
                parts.put(
                        one.name(),
                        jackson != null && value != null ? jackson.write(value) : keyPart(one.property(), value));
            }
        }
        return parts;
    }

    /** A part of a key may be a key itself: of a model, or an embedded one. */
    private @Nullable Object keyPart(Property property, @Nullable Object value) {
        return value != null && Shape.exists(value.getClass()) && !(value instanceof Record)
                ? plain(property, value, "")
                : value;
    }

    private @Nullable Object plain(Property property, @Nullable Object value, String path) {
        if (value == null) {
            return null;
        } else if (value.getClass().isAnnotationPresent(Embeddable.class)) {
            return embedded(property, value, path);
        } else if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, below) -> copy.put(key, plain(property, below, path)));
            return copy;
        } else if (value instanceof Collection<?> collection) {
            List<@Nullable Object> copy = new ArrayList<>();
            collection.forEach(below -> copy.add(plain(property, below, path)));
            return copy;
        }
        return value instanceof JsonNode json ? json.deepCopy() : value instanceof byte[] bytes ? bytes.clone() : value;
    }

    private Map<String, @Nullable Object> embedded(Property property, Object value, String prefix) {
        Map<String, @Nullable Object> dump = new LinkedHashMap<>();
        Shape shape = Shape.of(property, value.getClass());
        for (JsonNames.Written one : written(shape)) {
            String path = prefix + "." + one.property().name();
            if (!one.property().isLoadedIn(value)) {
                continue;
            }
            Object below = one.property().read(value);
            boolean leftOut = (below == null && options.isWithoutNulls()) || one.isLeftOut(below, shape);
            if (isTaken(one, path) && !leftOut) {
                boolean reference = one.property().kind() == Property.Kind.REFERENCE;
                dump.put(
                        one.name(),
                        below == null
                                ? null
                                : reference
                                        ? key(below)
                                        : one.value() != null
                                                ? one.value().write(below)
                                                : plain(one.property(), below, path));
            }
        }
        return dump;
    }
}
