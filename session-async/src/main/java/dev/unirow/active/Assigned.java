package dev.unirow.active;

import dev.unirow.model.InvalidModelException;
import dev.unirow.model.Models;
import dev.unirow.model.normalize.Normalizer;
import dev.unirow.query.Assignment;
import dev.unirow.query.Queries;
import jakarta.validation.ConstraintViolation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values by the names of their properties, and back; judged one by one where there is no whole model to judge. */
final class Assigned {
    private Assigned() {}

    static <T> Map<String, @Nullable Object> values(
            Class<T> model, Collection<? extends Assignment<? super T>> assignments) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Assignment<? super T> assignment : assignments) {
            values.put(assignment.name(model), assignment.value());
        }
        return values;
    }

    @SafeVarargs
    static <T> Map<String, @Nullable Object> values(Class<T> model, Assignment<? super T>... assignments) {
        return values(model, List.of(assignments));
    }

    /**
     * @throws IllegalArgumentException if a name or the type of a value does not fit the model
     * @throws InvalidModelException if values break the constraints of their properties
     */
    static <T> List<Assignment<Object>> checked(Class<T> model, Map<String, ? extends @Nullable Object> values) {
        List<Assignment<Object>> assignments = new ArrayList<>();
        List<ConstraintViolation<?>> violations = new ArrayList<>();
        values.forEach((name, given) -> {
            Assignment<Object> assignment = Queries.set(name, given instanceof String text ? text.strip() : given);
            Object value = assignment.value(model);
            violations.addAll(Models.validatorFactory()
                    .getValidator()
                    .validateValue(model, assignment.name(model), normal(model, assignment.name(model), value)));
            assignments.add(assignment);
        });
        if (!violations.isEmpty()) {
            throw InvalidModelException.of(model, violations);
        }
        return assignments;
    }

    /** A value as a row has it that was written with it. */
    static @Nullable Object normal(Class<?> model, String name, @Nullable Object value) {
        Normalizer<Object> normalizer = Models.normalizer(model, name);
        return normalizer == null || value == null ? value : normalizer.normalize(value);
    }
}
