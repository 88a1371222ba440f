package dev.unirow.testing;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** Gives tests the kind of database that they are run on, where it has what they require. */
class GivenDatabase implements TestInstancePostProcessor, ParameterResolver, ExecutionCondition {
    private final Function<ExtensionContext, DatabaseKind> kinds;

    GivenDatabase(Function<ExtensionContext, DatabaseKind> kinds) {
        this.kinds = kinds;
    }

    @Override
    public void postProcessTestInstance(Object instance, ExtensionContext context) throws IllegalAccessException {
        for (Field field : ReflectionSupport.findFields(
                instance.getClass(), GivenDatabase::isGiven, HierarchyTraversalMode.TOP_DOWN)) {
            field.setAccessible(true);
            field.set(instance, kinds.apply(context));
        }
    }

    private static boolean isGiven(Field field) {
        return field.getType() == DatabaseTarget.class
                && !Modifier.isStatic(field.getModifiers())
                && !field.isSynthetic();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == DatabaseTarget.class;
    }

    @Override
    public DatabaseKind resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return kinds.apply(context);
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        DatabaseKind kind = kinds.apply(context);
        if (!SelectedDatabases.of(context).contains(kind)) {
            return disabled(
                    kind + " is not among those that -D" + SelectedDatabases.PROPERTY + " and the module select.");
        }
        return required(context)
                .filter(capability -> !capability.isOfferedBy(kind))
                .findFirst()
                .map(missing -> disabled("Not on " + kind + ": this is for where " + missing.sentence() + "."))
                .orElseGet(() -> enabled(null));
    }

    /** By the test, its class, and those around it. */
    private static Stream<Capability> required(ExtensionContext context) {
        List<AnnotatedElement> marked = new ArrayList<>();
        context.getTestMethod().ifPresent(marked::add);
        Class<?> type = context.getRequiredTestClass();
        while (type != null) {
            marked.add(type);
            type = type.getEnclosingClass();
        }
        return marked.stream()
                .flatMap(element -> AnnotationSupport.findAnnotation(element, Requires.class).stream())
                .flatMap(requires -> Arrays.stream(requires.value()));
    }
}
