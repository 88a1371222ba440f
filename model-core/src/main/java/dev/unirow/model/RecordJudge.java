package dev.unirow.model;

import dev.unirow.model.internal.PropertyPath;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import jakarta.validation.Validator;
import jakarta.validation.groups.Default;
import java.lang.annotation.ElementType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs the validator over records that were read, each by itself; over the values alone where no record could be made
 * of them.
 */
final class RecordJudge {
    private static final Validator VALIDATOR = Validation.FACTORY
            .usingContext()
            .traversableResolver(new WithinOneRecord())
            .getValidator();

    /** What was read for a record that could not be made. */
    private record Parts(Shape shape, Map<Property, @Nullable Object> values) {}

    private final Class<?> root;
    private final Map<PropertyPath, Object> made = new LinkedHashMap<>();
    private final Map<PropertyPath, Parts> unmade = new LinkedHashMap<>();

    RecordJudge(Class<?> root) {
        this.root = root;
    }

    void add(PropertyPath path, Object record) {
        made.put(path, record);
    }

    void addParts(PropertyPath path, Shape shape, Map<Property, @Nullable Object> values) {
        unmade.put(path, new Parts(shape, values));
    }

    boolean isUnmade(PropertyPath path) {
        return unmade.containsKey(path);
    }

    /** All that is wrong, what did not fit in the first place included, and each of it once. */
    List<ConstraintViolation<?>> violations(Reading reading) {
        List<ConstraintViolation<?>> violations =
                new ArrayList<>(reading.problems().found());
        Set<String> told = new HashSet<>();
        violations.forEach(problem -> told.add(String.valueOf(problem.getPropertyPath())));
        // there is nothing where a record could not be made, whose own problems say why
        unmade.keySet().forEach(path -> told.add(path.toString()));
        Class<?>[] groups = Stream.concat(Stream.of(Default.class), reading.options().groups().stream())
                .distinct()
                .toArray(Class<?>[]::new);
        List<ConstraintViolation<?>> broken = new ArrayList<>();
        made.forEach((path, record) -> broken.addAll(below(path, VALIDATOR.validate(record, groups))));
        unmade.forEach((path, parts) -> parts.values()
                .forEach((part, value) -> broken.addAll(
                        below(path, VALIDATOR.validateValue(parts.shape().type(), part.name(), value, groups)))));
        reading.made()
                .forEach((path, model) -> Validation.violations(model, List.of(OnCreate.class)).stream()
                        .filter(violation -> !Validation.isAbsentReference(violation))
                        .forEach(violation -> broken.add(below(path, violation))));
        broken.removeIf(violation -> told.contains(String.valueOf(violation.getPropertyPath())));
        violations.addAll(broken);
        return violations;
    }

    private List<ConstraintViolation<?>> below(PropertyPath path, Set<? extends ConstraintViolation<?>> violations) {
        List<ConstraintViolation<?>> below = new ArrayList<>();
        violations.forEach(violation -> below.add(below(path, violation)));
        return below;
    }

    private ConstraintViolation<?> below(PropertyPath path, ConstraintViolation<?> violation) {
        return new Violation(
                root,
                null,
                path.join(violation.getPropertyPath()),
                violation.getMessage(),
                violation.getMessageTemplate(),
                violation);
    }

    /** Records below, and models, were read by themselves and are judged so, whether {@code @Valid} or not. */
    private static final class WithinOneRecord implements TraversableResolver {
        @Override
        public boolean isReachable(
                @Nullable Object traversable,
                Path.Node property,
                Class<?> rootBeanType,
                Path pathToTraversable,
                ElementType elementType) {
            return true;
        }

        @Override
        public boolean isCascadable(
                Object traversable,
                Path.Node property,
                Class<?> rootBeanType,
                Path pathToTraversable,
                ElementType elementType) {
            Property mapped =
                    traversable.getClass().isRecord() ? Shape.of(traversable).find(property.getName()) : null;
            return mapped == null || !RecordReading.isJudged(mapped.type());
        }
    }
}
