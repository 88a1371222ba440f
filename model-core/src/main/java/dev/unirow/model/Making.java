package dev.unirow.model;

import dev.unirow.model.internal.PropertyPath;
import dev.unirow.model.internal.Sight;
import jakarta.validation.ConstraintViolation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Makes one model from what was given, or tells all that is wrong with it. */
final class Making {
    private Making() {}

    static <T> T made(Class<T> type, Object given, ReadOptions options) {
        return type.cast(made(type, given, new Reading(type, options, Json.NAMES)));
    }

    static Object made(Class<?> type, Object given, Reading reading) {
        Shape shape = Shape.of(type);
        Objects.requireNonNull(given, "What a model is made of must not be null.");
        Source source = Source.of(given, reading.problems());
        if (source == null) {
            throw reading.problems().asException();
        }
        Object model = reading.model(shape, source, PropertyPath.ROOT);
        Set<String> named = source.values().keySet();
        List<ConstraintViolation<?>> violations =
                new ArrayList<>(reading.problems().found());
        for (ConstraintViolation<?> violation : Validation.violations(model, reading, OnCreate.class)) {
            if (!Validation.isAbsentReference(violation) || isNamed(violation, named)) {
                violations.add(violation);
            }
        }
        if (!violations.isEmpty()) {
            reading.owners().takeBack();
            throw InvalidModelException.of(shape.type(), violations);
        }
        return model;
    }

    private static boolean isNamed(ConstraintViolation<?> violation, Set<String> named) {
        String path = String.valueOf(violation.getPropertyPath());
        return named.contains(path) || named.contains(path + "Id") || Validation.isNamed(violation);
    }

    /** A new object with all that is loaded in another one; what can change is not shared. */
    static Object copied(Object model) {
        if (!Sight.REFERENCES.isLoaded(model)) {
            throw new IllegalStateException(
                    Printed.model(model) + " is not loaded, so it cannot be copied: fetch it first.");
        }
        Object target = Sight.REFERENCES.unproxy(model);
        Shape shape = Shape.of(target);
        Object copy = shape.instantiate();
        if (KeyOnly.isMarked(target)) {
            KeyOnly.mark(copy);
        }
        for (Property property : shape.properties()) {
            if (property.isLoadedIn(target) && property.writer() != null) {
                Object value = property.read(target);
                Nesting.require(value, property, target);
                property.write(copy, Copies.of(value));
                if (copy instanceof Model ours && ((Model) target).isMarkedSet(property.name())) {
                    ours.markSet(property.name());
                }
            } else {
                Copies.keepUnloaded(property, target, copy);
            }
        }
        return copy;
    }
}
