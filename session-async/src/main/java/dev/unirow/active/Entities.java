package dev.unirow.active;

import dev.unirow.model.spi.MappedAttribute;
import dev.unirow.model.spi.MappedClass;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.ValueGenerationType;
import org.jspecify.annotations.Nullable;

/** What the annotations of a model say of its key, and of what Hibernate writes by itself. */
final class Entities {
    private Entities() {}

    /** The class as it is written, past generated subclasses. */
    @SuppressWarnings("unchecked") // a model is an instance of its superclasses
    static <T> Class<T> classOf(T model) {
        Class<?> written = MappedClass.model(model.getClass());
        if (written == null) {
            throw new IllegalArgumentException(
                    model.getClass().getName() + " is no model: a model's class is annotated with @Entity.");
        }
        return (Class<T>) written;
    }

    /** The values with the key under the name of its property instead of {@code pk}. */
    static Map<String, @Nullable Object> withKeyName(Class<?> model, Map<String, ? extends @Nullable Object> values) {
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        values.forEach((name, value) -> named.put(name.equals("pk") ? keyName(model) : name, value));
        return named;
    }

    private static String keyName(Class<?> model) {
        List<MappedAttribute> ids = MappedClass.of(model).ids();
        if (ids.size() != 1) {
            throw new IllegalArgumentException("The key of " + model.getSimpleName()
                    + " has several parts, so 'pk' does not name it: give each part by its own name.");
        }
        return ids.get(0).name();
    }

    /** Copies what Hibernate itself writes with a row, version and timestamps, to another model of that row. */
    static void copyGenerated(Object from, Object into) {
        MappedClass.of(classOf(from)).attributes().stream()
                .filter(attribute -> attribute.writer() != null && isGenerated(attribute))
                .forEach(attribute -> attribute.write(into, attribute.read(from)));
    }

    private static boolean isGenerated(MappedAttribute attribute) {
        return attribute.version()
                || Arrays.stream(attribute.annotated().getAnnotations())
                        .anyMatch(each -> each.annotationType().isAnnotationPresent(ValueGenerationType.class));
    }
}
