package dev.unirow.model;

import dev.unirow.model.internal.PropertyPath;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A model, or what was to become one, breaks its constraints. Carries all violations; the message names them, never the
 * values.
 */
public final class InvalidModelException extends ConstraintViolationException {
    // a megabyte of unknown keys is no reason for ten of message
    private static final int MOST_TOLD = 100;

    private static final Comparator<ConstraintViolation<?>> BY_PATH =
            Comparator.<ConstraintViolation<?>, String>comparing(
                            violation -> String.valueOf(violation.getPropertyPath()))
                    .thenComparing(ConstraintViolation::getMessage);

    private final Class<?> model;
    private final transient @Nullable List<ConstraintViolation<?>> violations;

    private InvalidModelException(Class<?> model, List<ConstraintViolation<?>> sorted) {
        super(message(model, sorted), new HashSet<>(sorted));
        this.model = model;
        this.violations = sorted;
    }

    /**
     * The exception that tells of these violations.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static InvalidModelException of(Class<?> model, Collection<? extends ConstraintViolation<?>> violations) {
        if (violations.isEmpty()) {
            throw new IllegalArgumentException("A model without violations is valid: '" + model.getName() + "'.");
        }
        return new InvalidModelException(
                model,
                violations.stream()
                        .<ConstraintViolation<?>>map(violation -> PropertyPath.isOurs(violation.getPropertyPath())
                                ? violation
                                : Violation.said(violation, violation.getMessage()))
                        .sorted(BY_PATH)
                        .toList());
    }

    /**
     * The exception that tells of a single problem which no constraint finds: a column that cannot keep a value.
     *
     * @param path from the model to the attribute, with dots between the names
     * @param problem begins with a verb, whose subject is the attribute
     */
    public static InvalidModelException of(Class<?> model, String path, String problem) {
        PropertyPath place = PropertyPath.ROOT;
        for (String name : path.split("\\.")) {
            place = place.child(name);
        }
        return of(model, List.of(new Violation(model, null, place, problem, Violation.template("column"), null)));
    }

    /** What the persistence provider threw, with the same violations in our order and words. */
    public static InvalidModelException from(ConstraintViolationException thrown) {
        if (thrown instanceof InvalidModelException same) {
            return same;
        }
        Class<?> model = thrown.getConstraintViolations().stream()
                .<Class<?>>map(ConstraintViolation::getRootBeanClass)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("An exception without violations.", thrown));
        InvalidModelException translated = of(model, thrown.getConstraintViolations());
        translated.initCause(thrown);
        return translated;
    }

    /**
     * The same violations in the language of a reader: the standard constraints' texts, and those of the application's
     * own {@code ValidationMessages} bundles. A text that is not there in this language stays as it is; so do those of
     * values that do not fit their type.
     */
    public InvalidModelException in(Locale locale) {
        List<ConstraintViolation<?>> said = violations().stream()
                .<ConstraintViolation<?>>map(violation -> violation.getConstraintDescriptor() == null
                        ? violation
                        : Violation.said(violation, ProblemTexts.say(violation, locale)))
                .toList();
        if (said.isEmpty()) {
            return this;
        }
        InvalidModelException translated = of(model, said);
        translated.initCause(this);
        return translated;
    }

    /** The class that was to be valid. */
    public Class<?> model() {
        return model;
    }

    /** All violations, sorted by path, then by message. Unmodifiable; empty after the exception was serialized. */
    public List<ConstraintViolation<?>> violations() {
        return violations == null ? List.of() : violations;
    }

    private static String message(Class<?> model, List<ConstraintViolation<?>> sorted) {
        String problems = sorted.stream()
                .limit(MOST_TOLD)
                .map(violation -> problem(model, violation))
                .collect(Collectors.joining("; ", "", sorted.size() > MOST_TOLD ? "; and others" : ""));
        String count = sorted.size() == 1 ? "1 problem" : sorted.size() + " problems";
        return model.getSimpleName() + " is not valid: " + problems + " (" + count + ").";
    }

    private static String problem(Class<?> model, ConstraintViolation<?> violation) {
        String path = String.valueOf(violation.getPropertyPath());
        if (!path.isEmpty()) {
            return "'" + path + "' " + violation.getMessage();
        }
        // a constraint of the class speaks in whole sentences; ours begin with a verb
        return violation.getConstraintDescriptor() == null
                ? "'" + model.getSimpleName() + "' " + violation.getMessage()
                : violation.getMessage();
    }
}
