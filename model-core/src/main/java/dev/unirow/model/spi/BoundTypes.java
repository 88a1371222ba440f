package dev.unirow.model.spi;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the type variables of generic superclasses stand for in one class; one that is not bound, for its bound. */
final class BoundTypes {
    private final Map<TypeVariable<?>, Type> bound = new HashMap<>();

    BoundTypes(Class<?> type) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            if (at.getGenericSuperclass() instanceof ParameterizedType parent) {
                TypeVariable<?>[] variables = at.getSuperclass().getTypeParameters();
                for (int i = 0; i < variables.length; i++) {
                    bound.put(variables[i], resolve(parent.getActualTypeArguments()[i]));
                }
            }
        }
    }

    Type resolve(Type type) {
        if (type instanceof TypeVariable<?> variable) {
            Type known = bound.get(variable);
            return known == null ? upper(variable) : known;
        }
        if (type instanceof ParameterizedType generic) {
            return new Generic(
                    raw(generic),
                    Arrays.stream(generic.getActualTypeArguments())
                            .map(this::resolve)
                            .toList(),
                    generic.getOwnerType());
        }
        if (type instanceof WildcardType wildcard) {
            return resolve(wildcard.getUpperBounds()[0]);
        }
        if (type instanceof GenericArrayType array) {
            Type element = resolve(array.getGenericComponentType());
            return element instanceof Class<?> known ? known.arrayType() : new GenericArray(element);
        }
        return type;
    }

    /** A variable may be bounded by itself: {@code T extends Comparable<T>}. */
    private Type upper(TypeVariable<?> variable) {
        Type upper = variable.getBounds()[0];
        bound.put(variable, raw(upper));
        Type resolved = resolve(upper);
        bound.put(variable, resolved);
        return resolved;
    }

    static Type withElements(Type collection, Class<?> element) {
        if (collection instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            arguments[arguments.length - 1] = element;
            return new Generic(raw(generic), List.of(arguments), generic.getOwnerType());
        }
        Class<?> raw = raw(collection);
        return raw.getTypeParameters().length == 1 ? new Generic(raw, List.of(element), null) : collection;
    }

    static Class<?> raw(Type type) {
        if (type instanceof Class<?> known) {
            return known;
        }
        if (type instanceof ParameterizedType generic) {
            return raw(generic.getRawType());
        }
        if (type instanceof TypeVariable<?> variable) {
            return raw(variable.getBounds()[0]);
        }
        if (type instanceof WildcardType wildcard) {
            return raw(wildcard.getUpperBounds()[0]);
        }
        return type instanceof GenericArrayType array
                ? raw(array.getGenericComponentType()).arrayType()
                : Object.class;
    }

    private record Generic(
            Class<?> raw, List<Type> arguments, @Nullable Type owner) implements ParameterizedType {
        @Override
        public Type[] getActualTypeArguments() {
            return arguments.toArray(Type[]::new);
        }

        @Override
        public Type getRawType() {
            return raw;
        }

        @Override
        public @Nullable Type getOwnerType() {
            return owner;
        }
    }

    private record GenericArray(Type element) implements GenericArrayType {
        @Override
        public Type getGenericComponentType() {
            return element;
        }
    }
}
