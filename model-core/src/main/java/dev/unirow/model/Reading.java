package dev.unirow.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unirow.model.internal.JsonViews;
import dev.unirow.model.internal.Misfit;
import dev.unirow.model.internal.PropertyPath;
import dev.unirow.model.internal.Records;
import dev.unirow.model.internal.RefusedValueException;
import dev.unirow.model.internal.SchemaConstraints;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Turns keys and values into properties, and into the models and embedded values below. Problems are collected, not
 * thrown, so that all are told at once.
 */
final class Reading {
    private final Problems problems;
    private final ReadOptions options;
    private final JsonNames names;
    private final @Nullable Class<?> view;
    private final Values values;
    private final Normalizing normalizing;
    private final @Nullable RecordReading records;
    private final Owners owners = new Owners();
    private final Map<PropertyPath, Object> made = new LinkedHashMap<>();

    Reading(Class<?> root, ReadOptions options, JsonNames names) {
        this(root, options, names, null);
    }

    /** @param view the view of Jackson's that reads; what is not in it is passed over */
    Reading(Class<?> root, ReadOptions options, JsonNames names, @Nullable Class<?> view) {
        this.view = view;
        this.problems = new Problems(root);
        this.normalizing = new Normalizing(problems);
        this.options = options;
        this.names = names;
        this.records = root.isRecord() ? new RecordReading(this, root) : null;
        this.values = new Values(this, problems, options.isLenient(), new Contents(problems, names.taught()));
    }

    Problems problems() {
        return problems;
    }

    ReadOptions options() {
        return options;
    }

    /** How records are read; null if it is a model that is read, in which Jackson reads them. */
    @Nullable RecordReading records() {
        return records;
    }

    Owners owners() {
        return owners;
    }

    /** The new models below the root, by where they are; references by key are not among them. */
    Map<PropertyPath, Object> made() {
        return made;
    }

    /** The values of the properties that were given and fit. */
    Map<Property, @Nullable Object> assignments(Shape shape, Source source, PropertyPath path) {
        return assignments(shape, source, path, new LinkedHashMap<>());
    }

    /** @param keys becomes the keys of all properties that were given, of those that did not fit too */
    Map<Property, @Nullable Object> assignments(
            Shape shape, Source source, PropertyPath path, Map<Property, String> keys) {
        Map<Property, @Nullable Object> assignments = new LinkedHashMap<>();
        JsonNames.Read read = names.read(shape);
        source.values().forEach((key, raw) -> {
            if (source.json() && isPassedOver(read, shape, key)) {
                return;
            }
            Property property = property(shape, key, source.json(), read);
            PropertyPath at = path.child(key);
            if (property == null) {
                problems.add(at, "is not a property of " + shape.name() + ", which has " + names(shape), "unknown");
                return;
            }
            String before = keys.putIfAbsent(property, key);
            if (before != null) {
                problems.add(at, "is given twice, as '" + before + "' too", "duplicate");
                return;
            }
            try {
                JacksonValue jackson = source.json() ? read.values().get(property) : null;
                Object value = jackson == null || raw == null ? values.of(property, raw, at) : jackson.read(node(raw));
                assignments.put(property, normalizing.own(property, value, at));
            } catch (Misfit misfit) {
                problems.add(at, misfit);
            }
        });
        return assignments;
    }

    private JsonNode node(Object raw) {
        return raw instanceof JsonNode node ? node : Json.CONTENT.valueToTree(raw);
    }

    private boolean isPassedOver(JsonNames.Read read, Shape shape, String key) {
        if (read.byName().containsKey(key) && read.byName().get(key) == null) {
            return true;
        }
        Property property = property(shape, key, true, read);
        return property == null
                ? read.passesOverUnknown()
                : !read.views().getOrDefault(property, JsonViews.ALL).include(view);
    }

    /** A property by its key; {@code teamId} is the reference {@code team} by its key. */
    private static @Nullable Property property(Shape shape, String key, boolean json, JsonNames.Read read) {
        Property property = json ? read.byName().get(key) : shape.find(key);
        if (property == null && !json) {
            property = read.byName().get(key);
        }
        if (property == null && key.endsWith("Id")) {
            Property reference = shape.find(key.substring(0, key.length() - 2));
            return reference != null && reference.kind() == Property.Kind.REFERENCE ? reference : null;
        }
        return property;
    }

    /** What refers to a model: the model itself, its key, an object with the key, or a whole new model. */
    Object reference(Class<?> type, Object raw, PropertyPath path) throws Misfit {
        if (type.isInstance(raw)) {
            return raw;
        }
        Shape shape = Shape.of(type);
        Property id = shape.ids().size() == 1 ? shape.ids().get(0) : null;
        boolean isKey =
                raw.getClass() == shape.keyType() || (id != null && id.type().getRawClass() == raw.getClass());
        Source nested = isKey ? null : Source.nested(raw);
        if (nested != null) {
            return model(shape, nested, path);
        }
        Object reference = shape.instantiate();
        KeyOnly.mark(reference);
        if (id != null) {
            assign(reference, id, values.of(id, raw, path), path);
        } else if (isKey) {
            Key.spread(shape, raw).forEach((part, value) -> assign(reference, part, value, path));
        } else {
            throw new Misfit("must be an object with the key of " + shape.name());
        }
        return reference;
    }

    /** A new model with its defaults and what was given. */
    Object model(Shape shape, Source source, PropertyPath path) {
        Object model = shape.instantiate();
        if (path.steps().size() > Nesting.MOST_LEVELS) { // records may hold themselves by way of a map
            problems.add(path, Nesting.TOO_DEEP, "depth");
            return model;
        }
        Map<Property, String> keys = new LinkedHashMap<>();
        Map<Property, @Nullable Object> assignments = assignments(shape, source, path, keys);
        assignments.forEach((property, value) -> assign(model, property, value, path.child(property.name())));
        boolean keyAlone = assignments.keySet().stream().allMatch(Property::id) && Key.of(model) != null;
        boolean isWhole = shape.properties().stream().allMatch(Property::id);
        if (keyAlone && !(path.isRoot() && isWhole)) {
            KeyOnly.mark(model);
        }
        if (path.isRoot() || !keyAlone) {
            requireColumns(shape, model, path);
            if (!source.whole()) {
                requireGiven(shape, keys.keySet(), path);
            }
            made.put(path, model);
        }
        return model;
    }

    /** What the table cannot be without, even where no constraint says so. */
    private void requireColumns(Shape shape, Object model, PropertyPath path) {
        for (Property property : shape.properties()) {
            if (property.required()
                    && property.read(model) == null
                    && !SchemaConstraints.forbidNull(Validation.constraints(shape.type(), property.name()))) {
                problems.add(path.child(property.name()), "must not be null", "type");
            }
        }
    }

    /** Primitives, in which a validator finds a value even if nobody has said one. */
    void requireGiven(Shape shape, Set<Property> given, PropertyPath path) {
        for (Property property : shape.properties()) {
            if (!given.contains(property) && property.mustBeGiven(shape)) {
                problems.add(path.child(property.name()), "must not be null", "type");
            }
        }
    }

    /** Writes one property, marks it as set, and lets models below know their owner. */
    void assign(Object model, Property property, @Nullable Object value, PropertyPath path) {
        try {
            property.write(model, value);
        } catch (RefusedValueException e) {
            problems.add(path, "is refused by its setter", "type");
            return;
        }
        if (value == null && property.kind() == Property.Kind.REFERENCE && !property.isNullable()) {
            problems.add(path, "must not be null", "type"); // it may be left out until the flush, but null is an answer
        }
        if (model instanceof Model ours) {
            ours.markSet(property.name());
        }
        owners.own(model, property, value);
    }

    Object embedded(Shape shape, Object raw, PropertyPath path) throws Misfit {
        if (shape.type().isInstance(raw)) {
            return raw.getClass() == shape.type()
                    ? normalizing.embedded(shape, raw, path)
                    : normalizing.embedded(Shape.of(raw), raw, path);
        }
        Source nested = Source.nested(raw);
        if (nested == null) {
            throw new Misfit("must be an object");
        }
        int before = problems.count();
        Map<Property, String> keys = new LinkedHashMap<>();
        Map<Property, @Nullable Object> parts = assignments(shape, nested, path, keys);
        if (!nested.whole()) {
            requireGiven(shape, keys.keySet(), path);
        }
        if (shape.type().isRecord()) {
            return record(shape, parts, problems.count() > before);
        }
        Object embedded = shape.instantiate();
        parts.forEach((part, value) -> assign(embedded, part, value, path.child(part.name())));
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
        } catch (RuntimeException e) {
            // the record's own words may quote a value; where a part is missing anyway, its problem has been told
            throw new Misfit(incomplete ? "is incomplete" : "is refused by '" + shape.name() + "'");
        }
    }

    private static String names(Shape shape) {
        return shape.properties().stream().map(Property::name).collect(Collectors.joining(", "));
    }
}
