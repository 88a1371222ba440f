package dev.unirow.model;

import dev.unirow.model.internal.PropertyPath;
import dev.unirow.model.internal.Sight;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.executable.ExecutableValidator;
import jakarta.validation.metadata.BeanDescriptor;
import java.util.LinkedHashSet;
import java.util.Set;

/** Finds values that hold themselves or go too deep beside broken constraints. */
record NestingValidator(Validator validator) implements Validator {
    @Override
    @SuppressWarnings("unchecked") // ours is of any model
    public <T> Set<ConstraintViolation<T>> validate(T object, Class<?>... groups) {
        Set<ConstraintViolation<T>> found = new LinkedHashSet<>(validator.validate(object, groups));
        if (Shape.exists(object.getClass()) && Sight.REFERENCES.isLoaded(object)) {
            Object target = Sight.REFERENCES.unproxy(object);
            Nesting.checkValues(
                    target,
                    () -> PropertyPath.ROOT,
                    (path, message, kind) ->
                            found.add((ConstraintViolation<T>) Violation.of(target, path, message, kind)));
        }
        return found;
    }

    @Override
    public <T> Set<ConstraintViolation<T>> validateProperty(T object, String property, Class<?>... groups) {
        return validator.validateProperty(object, property, groups);
    }

    @Override
    public <T> Set<ConstraintViolation<T>> validateValue(
            Class<T> type, String property, Object value, Class<?>... groups) {
        return validator.validateValue(type, property, value, groups);
    }

    @Override
    public BeanDescriptor getConstraintsForClass(Class<?> type) {
        return validator.getConstraintsForClass(type);
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return type.isInstance(this) ? type.cast(this) : validator.unwrap(type);
    }

    @Override
    public ExecutableValidator forExecutables() {
        return validator.forExecutables();
    }
}
