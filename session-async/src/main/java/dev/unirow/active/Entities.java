package dev.unirow.active;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.beans.Introspector;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.hibernate.annotations.ValueGenerationType;
import org.jspecify.annotations.Nullable;

/** What the annotations of a model say of its key, and of what Hibernate writes by itself. */
final class Entities {
    private Entities() {}

    /** The class as it is written, past generated subclasses. */
    @SuppressWarnings("unchecked") // a model is an instance of its superclasses
    static <T> Class<T> classOf(T model) {
        for (Class<?> at = model.getClass(); at != null; at = at.getSuperclass()) {
            if (at.isAnnotationPresent(Entity.class)) {
                return (Class<T>) at;
            }
        }
        throw new IllegalArgumentException(
                model.getClass().getName() + " is no model: a model's class is annotated with @Entity.");
    }

    /** The values with the key under the name of its property instead of {@code pk}. */
    static Map<String, @Nullable Object> withKeyName(Class<?> model, Map<String, ? extends @Nullable Object> values) {
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        values.forEach((name, value) -> named.put(name.equals("pk") ? keyName(model) : name, value));
        return named;
    }

    private static String keyName(Class<?> model) {
        List<String> names = annotated(model, each -> each instanceof Id || each instanceof EmbeddedId);
        if (names.size() != 1) {
            throw new IllegalArgumentException("The key of " + model.getSimpleName()
                    + " has several parts, so 'pk' does not name it: give each part by its own name.");
        }
        return names.get(0);
    }

    /** Copies what Hibernate itself writes with a row, version and timestamps, to another model of that row. */
    static void copyGenerated(Object from, Object into) {
        for (String property : annotated(classOf(from), Entities::isGenerated)) {
            Field field = field(classOf(from), property);
            try {
                if (field != null) {
                    field.setAccessible(true);
                    field.set(into, field.get(from));
                }
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("The field '" + property + "' cannot be written.", e);
            }
        }
    }

    private static boolean isGenerated(Annotation annotation) {
        return annotation instanceof Version
                || annotation.annotationType().isAnnotationPresent(ValueGenerationType.class);
    }

    private static List<String> annotated(Class<?> model, Predicate<Annotation> wanted) {
        List<String> names = new ArrayList<>();
        for (Class<?> at = model; at != null && at != Object.class; at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                if (Arrays.stream(field.getAnnotations()).anyMatch(wanted)) {
                    names.add(field.getName());
                }
            }
            for (Method method : at.getDeclaredMethods()) {
                if (Arrays.stream(method.getAnnotations()).anyMatch(wanted)) {
                    names.add(property(method));
                }
            }
        }
        return names;
    }

    private static String property(Member getter) {
        String name = getter.getName();
        return name.startsWith("get") && name.length() > 3 ? Introspector.decapitalize(name.substring(3)) : name;
    }

    private static @Nullable Field field(Class<?> model, String name) {
        for (Class<?> at = model; at != null; at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    return field;
                }
            }
        }
        return null;
    }
}
