package dev.unirow.model;

import dev.unirow.model.internal.PropertyPath;
import dev.unirow.model.internal.RefusedValueException;
import dev.unirow.model.internal.Sight;
import jakarta.validation.ConstraintViolation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Changes a model by what was given, all of it or nothing: the changes are tried on a copy first. */
final class Patching {
    private final Object target;
    private final Shape shape;
    private final Reading reading;

    private Patching(Object model, ReadOptions options, JsonNames names, @Nullable Class<?> view) {
        if (!Sight.REFERENCES.isLoaded(model)) {
            throw new IllegalStateException(
                    Printed.model(model) + " is not loaded, so it cannot be patched: fetch it first.");
        }
        this.target = Sight.REFERENCES.unproxy(model);
        this.shape = Shape.of(target);
        this.reading = new Reading(shape.type(), options, names, view);
    }

    /** @param view the view of Jackson's that reads */
    static void patch(Object model, Object given, ReadOptions options, JsonNames names, @Nullable Class<?> view) {
        Patching patching = new Patching(model, options, names, view);
        Source source = Source.of(given, patching.reading.problems());
        if (source == null) {
            throw patching.reading.problems().asException();
        }
        patching.patch(source);
    }

    private void patch(Source source) {
        boolean done = false;
        try {
            Map<Property, @Nullable Object> changes = reading.assignments(shape, source, PropertyPath.ROOT);
            requireUnchangedKey(changes);
            requireLoaded(changes.keySet());
            validate(changes);
            applyAll(changes);
            done = true;
        } finally {
            if (!done) {
                reading.owners().takeBack();
            }
        }
    }

    static void copyAssigned(Object from, Object into) {
        Patching patching = new Patching(into, ReadOptions.options(), Json.NAMES, null);
        if (!Sight.REFERENCES.isLoaded(from)) {
            return;
        }
        Object source = Sight.REFERENCES.unproxy(from);
        if (Shape.of(source).root() != patching.shape.root()) {
            throw new IllegalArgumentException("'" + Shape.of(source).name() + "' cannot be copied into '"
                    + patching.shape.name() + "': they are of different entities.");
        }
        Map<Property, @Nullable Object> changes = new LinkedHashMap<>(SetRule.assigned(source));
        changes.keySet()
                .removeIf(property -> property.id()
                        || property.version()
                        || !patching.shape.properties().contains(property));
        patching.requireLoaded(changes.keySet());
        if (source != patching.target) {
            changes.replaceAll((property, value) -> property.kind() == Property.Kind.EMBEDDED && value != null
                    ? Copies.instead(property.read(patching.target), value)
                    : value);
            patching.applyAll(changes);
        }
    }

    /** A row's key and version are not the caller's to change; naming them as they are is fine. */
    private void requireUnchangedKey(Map<Property, @Nullable Object> changes) {
        changes.forEach((property, value) -> {
            if ((property.id() || property.version()) && property.isLoadedIn(target)) {
                Object current = property.read(target);
                boolean stored = property.id() ? Key.of(target) != null : current != null;
                if (stored && !Objects.equals(current, value)) {
                    String what = property.id() ? "key" : "version";
                    reading.problems()
                            .add(
                                    PropertyPath.ROOT.child(property.name()),
                                    "is the " + what + ", which cannot be changed",
                                    what);
                }
            }
        });
    }

    private void requireLoaded(Set<Property> changed) {
        for (Property property : changed) {
            if (property.kind() == Property.Kind.COLLECTION && !property.isLoadedIn(target)) {
                throw new IllegalStateException(property + " of " + Printed.model(target)
                        + " is not loaded, so it cannot be patched: fetch it first.");
            }
        }
    }

    /** Only what was given is judged, and what the class says of several properties together. */
    private void validate(Map<Property, @Nullable Object> changes) {
        Object copy = copy(target, shape);
        changes.forEach((property, value) -> {
            PropertyPath path = PropertyPath.ROOT.child(property.name());
            if (value == null && property.required()) {
                reading.problems().add(path, "must not be null", "type");
            }
            reading.owners().own(target, property, value);
            try {
                property.write(copy, value);
            } catch (RefusedValueException e) {
                reading.problems().add(path, "is refused by its setter", "type");
            }
        });
        List<ConstraintViolation<?>> violations =
                new ArrayList<>(reading.problems().found());
        Set<String> names = changes.keySet().stream().map(Property::name).collect(Collectors.toSet());
        for (ConstraintViolation<?> violation : Validation.violations(copy, reading, OnUpdate.class)) {
            String first = Validation.firstStep(violation);
            if (shape.find(first) == null || names.contains(first)) {
                violations.add(violation);
            }
        }
        if (!violations.isEmpty()) {
            throw InvalidModelException.of(shape.type(), violations);
        }
    }

    /** A new object with the same values in all that is loaded. */
    static Object copy(Object target, Shape shape) {
        Object copy = shape.instantiate();
        for (Property property : shape.properties()) {
            if (property.isLoadedIn(target) && property.writer() != null) {
                property.write(copy, property.read(target));
            }
        }
        return copy;
    }

    /** All or nothing: a setter may refuse on the model what it took on the copy. */
    private void applyAll(Map<Property, @Nullable Object> changes) {
        Map<Property, @Nullable Object> before = new LinkedHashMap<>();
        try {
            changes.forEach((property, value) -> {
                Object current = property.read(target);
                before.put(property, property.kind() == Property.Kind.COLLECTION ? content(current) : current);
                apply(property, value);
            });
        } catch (RefusedValueException e) {
            before.forEach(this::restore);
            throw e;
        }
        if (changes.keySet().stream().anyMatch(property -> !property.id())) {
            KeyOnly.forget(target);
        }
        if (target instanceof Model ours) {
            changes.keySet().forEach(property -> ours.markSet(property.name()));
        }
        changes.forEach((property, value) -> reading.owners().own(target, property, value));
    }

    private static @Nullable Object content(@Nullable Object value) {
        return value instanceof Collection<?> collection
                ? new ArrayList<>(collection)
                : value instanceof Map<?, ?> map ? new LinkedHashMap<>(map) : value;
    }

    private void apply(Property property, @Nullable Object value) {
        // the mapper watches this very collection
        if (property.kind() != Property.Kind.COLLECTION || !isReplaced(property.read(target), value)) {
            property.write(target, value);
        }
    }

    private void restore(Property property, @Nullable Object value) {
        if (property.kind() != Property.Kind.COLLECTION || !isReplaced(property.read(target), value)) {
            property.write(target, value);
        }
    }

    /** Puts other content into a collection or a map, if it is one; whether it is. */
    @SuppressWarnings("unchecked")
    private static boolean isReplaced(@Nullable Object current, @Nullable Object content) {
        if (current instanceof Collection<?> collection && content instanceof Collection<?> replacement) {
            collection.clear();
            ((Collection<Object>) collection).addAll(replacement);
            return true;
        } else if (current instanceof Map<?, ?> map && content instanceof Map<?, ?> replacement) {
            map.clear();
            ((Map<Object, Object>) map).putAll(replacement);
            return true;
        }
        return false;
    }
}
