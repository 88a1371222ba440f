package dev.unirow.model;

import dev.unirow.model.internal.PropertyPath;
import dev.unirow.model.internal.Reached;
import dev.unirow.model.internal.Sight;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.groups.Default;
import jakarta.validation.metadata.ConstraintDescriptor;
import jakarta.validation.metadata.ContainerDescriptor;
import jakarta.validation.metadata.ContainerElementTypeDescriptor;
import jakarta.validation.metadata.PropertyDescriptor;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hibernate.validator.HibernateValidator;
import org.jspecify.annotations.Nullable;

/**
 * Runs Hibernate Validator over models. It reads fields, which are null on a loaded stand-in; so each model is checked
 * by itself, as the object behind the stand-in, and the way from model to model below {@link Valid} is walked here.
 */
final class Validation {
    static final ValidatorFactory FACTORY = jakarta.validation.Validation.byProvider(HibernateValidator.class)
            .configure()
            .messageInterpolator(new ProblemTexts())
            .traversableResolver(new WithinOneModel())
            .buildValidatorFactory();
    private static final Validator VALIDATOR = FACTORY.getValidator();

    private final List<ConstraintViolation<?>> found = new ArrayList<>();
    private final Set<Object> visited = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Queue<Reached> waiting = new ArrayDeque<>();

    private final Class<?>[] groups;

    private Validation(Collection<Class<?>> groups) {
        this.groups = Stream.concat(Stream.of(Default.class), groups.stream())
                .distinct()
                .toArray(Class<?>[]::new);
    }

    static List<ConstraintViolation<?>> violations(Object model, Collection<Class<?>> groups) {
        Validation validation = new Validation(groups);
        validation.check(model, PropertyPath.ROOT, model);
        return validation.found;
    }

    /**
     * The violations of a model and of the new ones below it, but not of what did not fit in the first place: that has
     * been told.
     */
    static List<ConstraintViolation<?>> violations(Object model, Reading reading, Class<?> occasion) {
        List<Class<?>> groups = new ArrayList<>(reading.options().groups());
        groups.add(occasion);
        Validation validation = new Validation(groups);
        validation.check(model, PropertyPath.ROOT, model);
        reading.made().forEach((path, below) -> validation.check(below, path, model));
        List<String> told = reading.problems().found().stream()
                .map(problem -> String.valueOf(problem.getPropertyPath()))
                .toList();
        validation.found.removeIf(violation -> told.stream().anyMatch(path -> isAtOrBelow(violation, path)));
        return validation.found;
    }

    private static boolean isAtOrBelow(ConstraintViolation<?> violation, String path) {
        String own = String.valueOf(violation.getPropertyPath());
        return own.equals(path) || own.startsWith(path + ".") || own.startsWith(path + "[");
    }

    static String firstStep(ConstraintViolation<?> violation) {
        Iterator<Path.Node> steps = violation.getPropertyPath().iterator();
        return steps.hasNext() ? String.valueOf(steps.next().getName()) : "";
    }

    private static String lastStep(ConstraintViolation<?> violation) {
        String last = "";
        for (Path.Node step : violation.getPropertyPath()) {
            last = String.valueOf(step.getName());
        }
        return last;
    }

    /** Whether a reference that is absent was given as null, rather than left out. */
    static boolean isNamed(ConstraintViolation<?> violation) {
        return violation.getLeafBean() instanceof Model model && model.isMarkedSet(lastStep(violation));
    }

    static boolean isConstrained(Class<?> type) {
        return VALIDATOR.getConstraintsForClass(type).isBeanConstrained();
    }

    static Set<ConstraintDescriptor<?>> constraints(Class<?> type, String property) {
        PropertyDescriptor described = VALIDATOR.getConstraintsForClass(type).getConstraintsForProperty(property);
        return described == null
                ? Set.of()
                : described
                        .findConstraints()
                        .unorderedAndMatchingGroups(Default.class)
                        .getConstraintDescriptors();
    }

    /** What is said of the elements of a property's type: of the last type argument, the values of a map. */
    static @Nullable ContainerElementTypeDescriptor elements(Class<?> type, String property) {
        PropertyDescriptor described = VALIDATOR.getConstraintsForClass(type).getConstraintsForProperty(property);
        return described == null ? null : element(described);
    }

    static @Nullable ContainerElementTypeDescriptor element(ContainerDescriptor container) {
        return container.getConstrainedContainerElementTypes().stream()
                .max(Comparator.comparing(ContainerElementTypeDescriptor::getTypeArgumentIndex))
                .filter(element -> element.getContainerClass() != Map.class || element.getTypeArgumentIndex() == 1)
                .orElse(null);
    }

    /** Whether a violation says no more than that a required reference to one other model is still to be set. */
    static boolean isAbsentReference(ConstraintViolation<?> violation) {
        Object leaf = violation.getLeafBean();
        Property property = leaf == null || !Shape.exists(leaf.getClass())
                ? null
                : Shape.of(leaf).find(lastStep(violation));
        return property != null
                && property.kind() == Property.Kind.REFERENCE
                && violation.getConstraintDescriptor() != null
                && violation.getConstraintDescriptor().getAnnotation() instanceof NotNull;
    }

    /** Model by model, since a long chain of them is no reason to run out of stack. */
    private void check(Object model, PropertyPath path, Object root) {
        waiting.add(new Reached(model, null, ignored -> path));
        for (Reached next = waiting.poll(); next != null; next = waiting.poll()) {
            checkOne(next, root);
        }
    }

    private void checkOne(Reached reached, Object root) {
        Object model = reached.model();
        if (!Sight.REFERENCES.isLoaded(model)) {
            return;
        }
        Object target = Sight.REFERENCES.unproxy(model);
        boolean reference = model != root && Models.isKeyOnly(target);
        if (reference || !visited.add(target)) {
            return;
        }
        for (ConstraintViolation<Object> violation : VALIDATOR.validate(target, groups)) {
            PropertyPath path = reached.path();
            found.add(path.isRoot() ? violation : Violation.below(path, root, violation));
        }
        for (Property property : Shape.of(target).properties()) {
            boolean toModels = property.kind() == Property.Kind.REFERENCE || property.ofModels();
            if (toModels && isCascaded(property) && property.isLoadedIn(target)) {
                follow(property, property.read(target), reached);
            }
        }
        Nesting.checkValues(
                target, reached::path, (at, message, kind) -> found.add(Violation.of(root, at, message, kind)));
    }

    private void follow(Property property, @Nullable Object value, Reached from) {
        if (value instanceof Collection<?> collection) {
            int index = 0;
            for (Object element : collection) {
                Integer position = value instanceof List<?> ? index : null;
                later(element, from, path -> path.child(property.name()).at(position));
                index++;
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, element) ->
                    later(element, from, path -> path.child(property.name()).at(key)));
        } else {
            later(value, from, path -> path.child(property.name()));
        }
    }

    private void later(@Nullable Object model, Reached from, UnaryOperator<PropertyPath> step) {
        if (model != null) {
            waiting.add(new Reached(model, from, step));
        }
    }

    /** Whether {@link Valid} stands on the property or on the elements of its type. */
    static boolean isCascaded(Property property) {
        if (property.has(Valid.class)) {
            return true;
        }
        AnnotatedType type = property.mapped().member() instanceof Field field
                ? field.getAnnotatedType()
                : ((Method) property.mapped().member()).getAnnotatedReturnType();
        return type instanceof AnnotatedParameterizedType generic
                && Arrays.stream(generic.getAnnotatedActualTypeArguments())
                        .map(AnnotatedElement.class::cast)
                        .anyMatch(argument -> argument.isAnnotationPresent(Valid.class));
    }
}
