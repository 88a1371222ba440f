package dev.unirow.model;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ValidatorFactory;
import java.util.List;

/**
 * What can be done with models, whether they extend {@link Model} or are plain Jakarta Persistence entities. Everything works on what is in memory and never sends
 * SQL. Thread-safe; the model at hand must not change meanwhile.
 */
public final class Models {

    private Models() {}

    /**
     * Checks every constraint of a model, what it embeds, and loaded models below {@code @Valid}. A reference that is not loaded has nothing to check.
     *
     * @throws InvalidModelException with all violations
     */
    public static void validate(Object model) {
        require(model, Validation.violations(model));
    }

    /**
     * Checks a model as {@link #validate} does, but lets required references be absent: they may be set until the model is written.
     *
     * @throws InvalidModelException with all other violations
     */
    public static void validateForAdd(Object model) {
        Shape shape = Shape.of(model);
        require(
                model,
                Validation.violations(model).stream()
                        .filter(violation -> !Validation.isAbsentReference(shape, violation))
                        .toList());
    }

    /**
     * The validators behind {@link #validate}: for a persistence provider, as its {@code jakarta.persistence.validation.factory}, so that it speaks the same texts and
     * needs no expression language. Shared; must not be closed.
     */
    public static ValidatorFactory validatorFactory() {
        return Validation.FACTORY;
    }

    private static void require(Object model, List<ConstraintViolation<?>> violations) {
        if (!violations.isEmpty()) {
            throw InvalidModelException.of(Shape.of(model).type(), violations);
        }
    }
}
