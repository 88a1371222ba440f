package dev.unirow.model;

import dev.unirow.model.spi.MappedClass;
import jakarta.persistence.AccessType;
import jakarta.persistence.Embeddable;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a model or an embedded value consists of: read once from the class, then shared by everything that looks at
 * instances.
 *
 * @param type the class as it is written, never a generated stand-in of it
 * @param root the topmost entity class of the hierarchy; keys are unique below it
 * @param access what properties are read by that do not say so themselves
 * @param properties in the order of declaration, those of superclasses first
 * @param keyType the class that holds a composite key; null for a key of one property
 */
record Shape(
        Class<?> type,
        Class<?> root,
        AccessType access,
        List<Property> properties,
        List<Property> ids,
        @Nullable Class<?> keyType,
        Fresh fresh) {
    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return ShapeReader.read(type);
        }
    };
    private static final ClassValue<Shape> BY_FIELDS = embedded(AccessType.FIELD);
    private static final ClassValue<Shape> BY_GETTERS = embedded(AccessType.PROPERTY);
    private static final ClassValue<Optional<Class<?>>> WRITTEN = new ClassValue<>() {
        @Override
        protected Optional<Class<?>> computeValue(Class<?> type) {
            return Optional.ofNullable(written(type));
        }
    };

    Shape {
        properties = List.copyOf(properties);
        ids = List.copyOf(ids);
    }

    /** The shape of an instance's class, stand-ins included. */
    static Shape of(Object instance) {
        return of(instance.getClass());
    }

    /** @throws IllegalArgumentException if the class is no model, embeddable or record */
    static Shape of(Class<?> type) {
        return SHAPES.get(WRITTEN.get(type)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + type.getName() + "' is no model: a model's class is annotated with @Entity.")));
    }

    /** The shape of a value that a property holds, which is read as the property is. */
    static Shape of(Property owner, Class<?> value) {
        Class<?> type = WRITTEN.get(value).orElse(value);
        Class<?> above = type.getSuperclass();
        boolean subclass =
                above != null && isEmbeddable(above) && type != owner.mapped().target();
        return subclass ? SHAPES.get(type) : heldBy(owner, type);
    }

    /** The shape of a class that holds the parts of a key. */
    static Shape ofKey(List<Property> ids, Class<?> key) {
        return heldBy(ids.get(0), key);
    }

    private static Shape heldBy(Property owner, Class<?> type) {
        return (owner.mapped().access() == AccessType.FIELD ? BY_FIELDS : BY_GETTERS).get(type);
    }

    private static ClassValue<Shape> embedded(AccessType inOwner) {
        return new ClassValue<>() {
            @Override
            protected Shape computeValue(Class<?> type) {
                MappedClass mapped = MappedClass.embedded(type, inOwner);
                return mapped == MappedClass.of(type) ? SHAPES.get(type) : ShapeReader.read(mapped);
            }
        };
    }

    static boolean exists(Class<?> type) {
        return WRITTEN.get(type).isPresent();
    }

    static boolean isEntity(Class<?> type) {
        return MappedClass.isEntity(type);
    }

    static boolean isEmbeddable(Class<?> type) {
        return type.isAnnotationPresent(Embeddable.class);
    }

    String name() {
        return type.getSimpleName();
    }

    @Nullable Property find(String name) {
        for (Property property : properties) {
            if (property.name().equals(name)) {
                return property;
            }
        }
        return null;
    }

    /** A new instance by the constructor without arguments, however hidden, with its defaults in place. */
    Object instantiate() {
        return fresh.instantiate();
    }

    private static @Nullable Class<?> written(Class<?> type) {
        Class<?> written = MappedClass.asWritten(type);
        return written == null && Model.class.isAssignableFrom(type) ? type : written;
    }

    /** Each is read once and kept. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return type.hashCode();
    }

    /** How new instances are made, and the values that a new one has. */
    static final class Fresh {
        private final Class<?> type;
        private final @Nullable Constructor<?> constructor;
        private final @Nullable Object example;

        Fresh(Class<?> type) {
            this.type = type;
            this.constructor = constructorOf(type);
            this.example = constructor == null ? null : exampleOf(constructor);
        }

        /** The default of a property: what a new instance has, or Java's zero where none can be made. */
        @Nullable Object valueOf(Property property) {
            if (example != null) {
                return property.read(example);
            }
            return property.type().isPrimitive() ? zero(property.type().getRawClass()) : null;
        }

        Object instantiate() {
            if (constructor == null) {
                throw new IllegalArgumentException("'" + type.getName()
                        + "' cannot be made: it is abstract, or has no constructor without arguments.");
            }
            try {
                return constructor.newInstance();
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(
                        "The constructor of '" + type.getName() + "' without arguments failed.",
                        Objects.requireNonNullElse(e.getCause(), e));
            }
        }

        private static @Nullable Constructor<?> constructorOf(Class<?> type) {
            if (Modifier.isAbstract(type.getModifiers())) {
                return null;
            }
            for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                if (constructor.getParameterCount() == 0) {
                    constructor.setAccessible(true);
                    return constructor;
                }
            }
            return null;
        }

        private static @Nullable Object exampleOf(Constructor<?> constructor) {
            try {
                return constructor.newInstance();
            } catch (ReflectiveOperationException e) {
                // a constructor that fails on its own has no defaults to tell of; making a model reports it
                return null;
            }
        }

        static Object zero(Class<?> primitive) {
            return Array.get(Array.newInstance(primitive, 1), 0);
        }
    }
}
