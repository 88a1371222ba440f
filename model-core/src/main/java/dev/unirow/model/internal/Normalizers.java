package dev.unirow.model.internal;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import dev.unirow.model.normalize.Normalize;
import dev.unirow.model.normalize.Normalizer;
import java.lang.invoke.MethodType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Normalize} says of one attribute.
 *
 * @param type of the values
 * @param steps in the order in which they are applied
 */
public record Normalizers(Class<?> type, boolean primitive, List<Normalizer<Object>> steps) {
    private static final ClassValue<Normalizer<Object>> INSTANCES = new ClassValue<>() {
        @Override
        protected Normalizer<Object> computeValue(Class<?> type) {
            return make(type);
        }
    };

    /**
     * Null if nothing is said.
     *
     * @param attribute the attribute with its class, for messages
     * @throws IllegalArgumentException if a normalizer is for another type, or cannot be made
     */
    public static @Nullable Normalizers of(AnnotatedElement element, JavaType declared, String attribute) {
        Normalize normalize = element.getAnnotation(Normalize.class);
        if (normalize == null) {
            return null;
        }
        JavaType type = declared.hasRawClass(Optional.class) ? declared.containedTypeOrUnknown(0) : declared;
        List<Normalizer<Object>> steps = new ArrayList<>();
        for (Class<? extends Normalizer<?>> each : normalize.value()) {
            requireFor(type, each, attribute);
            steps.add(INSTANCES.get(each));
        }
        return new Normalizers(boxed(type), type.isPrimitive(), List.copyOf(steps));
    }

    private static Class<?> boxed(JavaType type) {
        return MethodType.methodType(type.getRawClass()).wrap().returnType();
    }

    private static void requireFor(JavaType type, Class<?> normalizer, String attribute) {
        JavaType wanted = TypeFactory.defaultInstance()
                .constructType(normalizer)
                .findSuperType(Normalizer.class)
                .containedTypeOrUnknown(0);
        boolean fits = wanted.equals(type) || (type.isPrimitive() && wanted.getRawClass() == boxed(type));
        if (!fits) {
            throw new IllegalArgumentException(attribute + " is of the type '" + name(type) + "', and its normalizer '"
                    + normalizer.getSimpleName() + "' is for '" + name(wanted)
                    + "': remove it from @Normalize, or use a"
                    + " Normalizer<" + name(boxed(type), type) + ">.");
        }
    }

    private static String name(JavaType type) {
        return name(type.getRawClass(), type);
    }

    private static String name(Class<?> raw, JavaType type) {
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < type.containedTypeCount(); i++) {
            arguments.add(name(type.containedTypeOrUnknown(i)));
        }
        return raw.getSimpleName() + (arguments.isEmpty() ? "" : "<" + String.join(", ", arguments) + ">");
    }

    @SuppressWarnings("unchecked") // applied to values of its type only
    private static Normalizer<Object> make(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return (Normalizer<Object>) constructor.newInstance();
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new IllegalArgumentException(
                    "The normalizer '" + type.getName()
                            + "' cannot be made: it needs to be a class with a constructor without arguments.",
                    Objects.requireNonNullElse(e.getCause(), e));
        }
    }

    /**
     * A value in its normal form: the same object if it is that already, or of another type.
     *
     * @throws Misfit if it has none
     */
    public @Nullable Object apply(@Nullable Object value) throws Misfit {
        if (!type.isInstance(value)) {
            return value;
        }
        Object current = value;
        for (Normalizer<Object> step : steps) {
            current = applied(step, current);
            if (current == null) {
                break;
            }
        }
        if (current == null && primitive) {
            throw new Misfit("must not be null");
        }
        return Objects.deepEquals(value, current) ? value : current;
    }

    private @Nullable Object applied(Normalizer<Object> step, Object value) throws Misfit {
        Object normal;
        try {
            normal = step.normalize(value);
        } catch (RuntimeException e) {
            // its own words may quote the value
            throw refusal(step, "(" + e.getClass().getSimpleName() + ")");
        }
        if (normal != null && !type.isInstance(normal)) {
            throw refusal(step, "(which made a " + normal.getClass().getSimpleName() + " of it)");
        }
        return normal;
    }

    private static Misfit refusal(Normalizer<Object> step, String how) {
        return new Misfit("is refused by its normalizer '" + step.getClass().getSimpleName() + "' " + how);
    }
}
