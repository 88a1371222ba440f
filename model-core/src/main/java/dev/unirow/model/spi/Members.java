package dev.unirow.model.spi;

import jakarta.persistence.Transient;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields and accessors of a class that can stand for attributes, by the names of JavaBeans. */
final class Members {
    /** What bytecode enhancement adds. */
    private static final String ENHANCED = "$$_hibernate_";

    private Members() {}

    static List<Field> fields(Class<?> at) {
        return Arrays.stream(at.getDeclaredFields())
                .filter(Members::isPersistable)
                .filter(field -> !Modifier.isTransient(field.getModifiers()))
                .toList();
    }

    static List<Method> getters(Class<?> at) {
        return Arrays.stream(at.getDeclaredMethods())
                .filter(method -> propertyOf(method) != null)
                .filter(Members::isPersistable)
                .toList();
    }

    private static <M extends AccessibleObject & Member> boolean isPersistable(M member) {
        return !Modifier.isStatic(member.getModifiers())
                && !member.isSynthetic()
                && !member.isAnnotationPresent(Transient.class)
                && !member.getName().startsWith(ENHANCED);
    }

    static String name(Member member) {
        return member instanceof Method getter
                ? Objects.requireNonNullElse(propertyOf(getter), getter.getName())
                : member.getName();
    }

    /** What a getter reads, or null if it is none. */
    private static @Nullable String propertyOf(Method method) {
        Class<?> type = method.getReturnType();
        if (method.getParameterCount() != 0 || type == void.class || type == Void.class) {
            return null;
        }
        boolean answersYesOrNo = type == boolean.class || type == Boolean.class;
        return answersYesOrNo || method.getName().startsWith("get") ? propertyOf(method.getName()) : null;
    }

    /** @see MappedClass#propertyOf */
    static @Nullable String propertyOf(String getter) {
        int prefix = getter.startsWith("get") ? 3 : getter.startsWith("is") ? 2 : 0;
        return prefix == 0 || getter.length() == prefix ? null : decapitalized(getter.substring(prefix));
    }

    /** As {@code java.beans.Introspector} does, whose module need not be there. */
    private static String decapitalized(String name) {
        boolean shouted =
                name.length() > 1 && Character.isUpperCase(name.charAt(0)) && Character.isUpperCase(name.charAt(1));
        return shouted ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    static @Nullable Method getter(Class<?> type, String attribute) {
        return line(type)
                .flatMap(at -> getters(at).stream())
                .filter(method -> attribute.equals(propertyOf(method)))
                .findFirst()
                .orElse(null);
    }

    static @Nullable Field field(Class<?> type, String attribute) {
        return line(type)
                .flatMap(at -> Arrays.stream(at.getDeclaredFields()))
                .filter(field -> field.getName().equals(attribute))
                .findFirst()
                .orElse(null);
    }

    /** One that takes just what the getter gives goes first; a superclass or a subclass may have it. */
    static @Nullable Method setter(Class<?> type, Method getter) {
        String name = "set" + getter.getName().substring(getter.getName().startsWith("get") ? 3 : 2);
        List<Method> setters = line(type)
                .flatMap(at -> Arrays.stream(at.getDeclaredMethods()))
                .filter(method -> method.getName().equals(name)
                        && method.getParameterCount() == 1
                        && !Modifier.isStatic(method.getModifiers())
                        && !method.isBridge())
                .toList();
        return setters.stream()
                .filter(method -> method.getParameterTypes()[0] == getter.getReturnType())
                .findFirst()
                .or(() -> setters.stream().findFirst())
                .orElse(null);
    }

    /** A class enhanced by Hibernate watches changes in methods of its own, past which a field must not be written. */
    static @Nullable Member writer(Field field) {
        if (Modifier.isFinal(field.getModifiers())) {
            return null;
        }
        String enhanced = ENHANCED + "write_" + field.getName();
        return Arrays.stream(field.getDeclaringClass().getDeclaredMethods())
                .filter(method -> method.getName().equals(enhanced))
                .<Member>map(method -> method)
                .findFirst()
                .orElse(field);
    }

    private static Stream<Class<?>> line(Class<?> type) {
        return Stream.<Class<?>>iterate(type, at -> at != null && at != Object.class, Class::getSuperclass);
    }
}
