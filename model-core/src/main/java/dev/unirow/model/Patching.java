package dev.unirow.model;

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

    private Patching(Object model) {
        if (!Sight.REFERENCES.isLoaded(model)) {
            throw new IllegalStateException(
                    Printed.model(model) + " is not loaded, so it cannot be patched: fetch it first.");
        }
        this.target = Sight.REFERENCES.unproxy(model);
        this.shape = Shape.of(target);
        this.reading = new Reading(shape.type());
    }

    static void patch(Object model, Map<String, ?> given) {
        Patching patching = new Patching(model);
        Map<Property, @Nullable Object> changes =
                patching.reading.assignments(patching.shape, given, PropertyPath.ROOT);
        patching.requireUnchangedKey(changes);
        patching.requireLoaded(changes.keySet());
        patching.validate(changes);
        changes.forEach(patching::apply);
    }

    static void copyAssigned(Object from, Object into) {
        Patching patching = new Patching(into);
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
            changes.forEach(patching::apply);
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
                    reading.problem(
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
        List<ConstraintViolation<?>> violations = new ArrayList<>(reading.problems());
        Object copy = copy();
        changes.forEach((property, value) -> {
            Reading.own(target, property, value);
            property.write(copy, value);
        });
        Set<String> names = changes.keySet().stream().map(Property::name).collect(Collectors.toSet());
        for (ConstraintViolation<?> violation : Validation.violations(copy, reading)) {
            String first = Validation.firstStep(violation);
            if (shape.find(first) == null || names.contains(first)) {
                violations.add(violation);
            }
        }
        if (!violations.isEmpty()) {
            throw InvalidModelException.of(shape.type(), violations);
        }
    }

    private Object copy() {
        Object copy = shape.instantiate();
        for (Property property : shape.properties()) {
            if (property.isLoadedIn(target) && property.writer() != null) {
                property.write(copy, property.read(target));
            }
        }
        return copy;
    }

    private void apply(Property property, @Nullable Object value) {
        Object current = property.read(target);
        if (property.kind() == Property.Kind.COLLECTION
                && current instanceof Collection<?> collection
                && value instanceof Collection<?> replacement) {
            // the mapper watches this very collection
            replace(collection, replacement);
            Reading.assign(target, property, current);
        } else {
            Reading.assign(target, property, value);
        }
    }

    @SuppressWarnings("unchecked")
    private static void replace(Collection<?> collection, Collection<?> replacement) {
        Collection<Object> open = (Collection<Object>) collection;
        open.clear();
        open.addAll(replacement);
    }
}
