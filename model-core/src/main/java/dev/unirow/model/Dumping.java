package dev.unirow.model;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Embeddable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One dump of a model to maps and lists. Reads what is loaded, and of an unloaded reference the key. A model that was met before is left out under a reference, and is
 * in a collection a copy of what is known of it so far; so that cycles end.
 */
final class Dumping {

    private final DumpOptions options;
    private final IdentityHashMap<Object, Map<String, @Nullable Object>> met = new IdentityHashMap<>();

    private final Function<Property, String> naming;

    private Dumping(DumpOptions options, Function<Property, String> naming) {
        this.options = options;
        this.naming = naming;
    }

    static Map<String, @Nullable Object> dump(Object model, DumpOptions options) {
        return new Dumping(options, Property::name).top(model);
    }

    /** A dump whose keys are those of JSON. */
    static Map<String, @Nullable Object> json(Object model, DumpOptions options) {
        return new Dumping(options, Property::jsonName).top(model);
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
        Map<String, @Nullable Object> dump = new LinkedHashMap<>();
        met.put(target, dump);
        for (Property property : shape.properties()) {
            String path = prefix + property.name();
            if (options.takes(path, property.secret())
                    && property.isLoadedIn(target)
                    && !(options.isSetOnly() && !SetRule.isSet(shape, property, target))) {
                property(dump, property, property.read(target), path, depth);
            }
        }
        return dump;
    }

    private void property(
            Map<String, @Nullable Object> dump, Property property, @Nullable Object value, String path, int depth) {
        if (value == null) {
            if (!options.isWithoutNulls()) {
                dump.put(naming.apply(property), null);
            }
        } else if (property.kind() == Property.Kind.REFERENCE) {
            Map<String, @Nullable Object> reference = reference(value, path, depth);
            if (reference != null) {
                dump.put(naming.apply(property), reference);
            }
        } else if (property.ofModels()) {
            if (depth == 0 || options.isDeep()) {
                dump.put(naming.apply(property), members(value, path, depth));
            }
        } else {
            boolean embedded = property.kind() == Property.Kind.EMBEDDED;
            dump.put(naming.apply(property), embedded ? embedded(value, path) : plain(value, path));
        }
    }

    private @Nullable Map<String, @Nullable Object> reference(Object model, String path, int depth) {
        Object target = Sight.REFERENCES.unproxy(model);
        if (met.containsKey(target)) {
            return null;
        }
        return Models.isKeyOnly(target) || (depth > 0 && !options.isDeep())
                ? key(target)
                : model(target, path + ".", depth + 1);
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
            return new LinkedHashMap<>(before);
        }
        return Models.isKeyOnly(target) ? key(target) : model(target, path + ".", depth + 1);
    }

    /** What is known of a reference: the parts of its key by name. */
    private Map<String, @Nullable Object> key(Object model) {
        Map<String, @Nullable Object> parts = new LinkedHashMap<>();
        Key.parts(model).forEach((property, value) -> parts.put(naming.apply(property), value));
        return parts;
    }

    private @Nullable Object plain(@Nullable Object value, String path) {
        if (value == null) {
            return null;
        } else if (value.getClass().isAnnotationPresent(Embeddable.class)) {
            return embedded(value, path);
        } else if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, below) -> copy.put(key, plain(below, path)));
            return copy;
        } else if (value instanceof Collection<?> collection) {
            List<@Nullable Object> copy = new ArrayList<>();
            collection.forEach(below -> copy.add(plain(below, path)));
            return copy;
        }
        return value instanceof JsonNode json ? json.deepCopy() : value instanceof byte[] bytes ? bytes.clone() : value;
    }

    private Map<String, @Nullable Object> embedded(Object value, String prefix) {
        Map<String, @Nullable Object> dump = new LinkedHashMap<>();
        for (Property part : Shape.of(value).properties()) {
            String path = prefix + "." + part.name();
            Object below = part.read(value);
            if (options.takes(path, part.secret()) && !(below == null && options.isWithoutNulls())) {
                if (part.kind() == Property.Kind.REFERENCE && below != null) {
                    dump.put(naming.apply(part), key(below));
                } else {
                    dump.put(naming.apply(part), plain(below, path));
                }
            }
        }
        return dump;
    }
}
