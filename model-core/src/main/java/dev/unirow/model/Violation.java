package dev.unirow.model;

import dev.unirow.model.internal.PropertyPath;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.ValidationException;
import jakarta.validation.metadata.ConstraintDescriptor;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A violation that no validator found: a value that does not fit its property, or one of a model below the one at hand.
 *
 * @param template names the kind of problem, as the key of a message does
 */
record Violation(
        Class<?> rootType,
        @Nullable Object root,
        PropertyPath path,
        String message,
        String template,
        @Nullable ConstraintViolation<?> origin)
        implements ConstraintViolation<Object> {
    /** What no constraint says of a model, nor of one below it. */
    static Violation of(Object root, PropertyPath path, String message, String kind) {
        return new Violation(Shape.of(root).type(), root, path, message, template(kind), null);
    }

    static String template(String kind) {
        return "{dev.unirow.model." + kind + "}";
    }

    /** The violation of a model that is reached from another one. */
    static Violation below(PropertyPath path, Object root, ConstraintViolation<?> origin) {
        return new Violation(
                Shape.of(root).type(),
                root,
                path.join(origin.getPropertyPath()),
                origin.getMessage(),
                origin.getMessageTemplate(),
                origin);
    }

    /** The same violation in other words, and by our way of writing paths. */
    static Violation said(ConstraintViolation<?> origin, String message) {
        return new Violation(
                origin.getRootBeanClass(),
                origin.getRootBean(),
                PropertyPath.ROOT.join(origin.getPropertyPath()),
                message,
                origin.getMessageTemplate(),
                origin);
    }

    /** A model is itself and no other: its own equality may walk through values that have no end. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Violation that
                && root == that.root
                && rootType == that.rootType
                && path.equals(that.path)
                && message.equals(that.message)
                && template.equals(that.template)
                && origin == that.origin;
    }

    @Override
    public int hashCode() {
        return Objects.hash(rootType, path, message, template);
    }

    /** Without the model, whose own text may hold what is secret, or have no end. */
    @Override
    public String toString() {
        return rootType.getSimpleName() + ": '" + path + "' " + message;
    }

    @Override
    public String getMessage() {
        return message;
    }

    @Override
    public String getMessageTemplate() {
        return template;
    }

    @Override
    public @Nullable Object getRootBean() {
        return root;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Class<Object> getRootBeanClass() {
        return (Class<Object>) rootType;
    }

    @Override
    public @Nullable Object getLeafBean() {
        return origin == null ? root : origin.getLeafBean();
    }

    @Override
    public Object @Nullable [] getExecutableParameters() {
        return null;
    }

    @Override
    public @Nullable Object getExecutableReturnValue() {
        return null;
    }

    @Override
    public Path getPropertyPath() {
        return path;
    }

    @Override
    public @Nullable Object getInvalidValue() {
        return origin == null ? null : origin.getInvalidValue();
    }

    @Override
    public @Nullable ConstraintDescriptor<?> getConstraintDescriptor() {
        return origin == null ? null : origin.getConstraintDescriptor();
    }

    @Override
    public <U> U unwrap(Class<U> type) {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw new ValidationException("A violation of ours is no '" + type.getName() + "'.");
    }
}
