package dev.unirow.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JavaType;
import dev.unirow.model.internal.Normalizers;
import dev.unirow.model.internal.RefusedValueException;
import dev.unirow.model.internal.SchemaConstraints;
import dev.unirow.model.internal.Sight;
import dev.unirow.model.spi.MappedAttribute;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One persistent property of a model or an embedded value.
 *
 * @param reader the field, or the getter where the class is mapped by its getters or is a record
 * @param writer the field or the setter; null where the value is fixed at construction
 * @param jsonName what {@code @JsonProperty} says, or else the name
 * @param generated whether the database or the mapper gives the value
 * @param secret never printed, nor dumped unasked
 * @param normalizers what is made of a value before it is checked; null where nothing is
 * @param mapped how the mapper sees it
 */
record Property(
        String name,
        String jsonName,
        JavaType type,
        Kind kind,
        boolean id,
        boolean version,
        boolean generated,
        boolean secret,
        @Nullable Normalizers normalizers,
        Member reader,
        @Nullable Member writer,
        MappedAttribute mapped) {
    enum Kind {
        BASIC,
        EMBEDDED,
        REFERENCE,
        COLLECTION
    }

    <A extends Annotation> @Nullable A annotation(Class<A> annotation) {
        return mapped.annotation(annotation);
    }

    boolean has(Class<? extends Annotation> annotation) {
        return mapped.has(annotation);
    }

    /** Whether Jackson is told to write the value but not to read it. */
    boolean readOnlyInJson() {
        return Stream.concat(Stream.of(mapped.annotated()), ShapeReader.accessors(mapped.member()))
                .map(element -> element.getAnnotation(JsonProperty.class))
                .anyMatch(json -> json != null && json.access() == JsonProperty.Access.READ_ONLY);
    }

    /** Whether the table refuses null, and nobody but the application gives the value. */
    boolean required() {
        Column column = annotation(Column.class);
        return column != null
                && !column.nullable()
                && (kind == Kind.BASIC || kind == Kind.EMBEDDED)
                && !id
                && !version
                && !generated
                && !type.isPrimitive()
                && Arrays.stream(mapped.annotated().getAnnotations()).noneMatch(Property::isGiven);
    }

    /**
     * Whether a primitive must be given to make a new object: it cannot be null, and nothing else gives it a value. The
     * component of a record has no default; a field has Java's zero, unless {@code @NotNull} says that this is none.
     */
    boolean mustBeGiven(Shape shape) {
        return type.isPrimitive()
                && !id
                && !version
                && !generated
                && !readOnlyInJson()
                && Shape.Fresh.zero(type.getRawClass()).equals(shape.fresh().valueOf(this))
                && Arrays.stream(mapped.annotated().getAnnotations()).noneMatch(Property::isGiven)
                && (shape.type().isRecord()
                        || SchemaConstraints.forbidNull(Validation.constraints(shape.type(), name)));
    }

    /** Hibernate's annotations for values that it or the database makes; their classes may not be there. */
    private static boolean isGiven(Annotation annotation) {
        Class<?> kind = annotation.annotationType();
        return kind.getName().equals("org.hibernate.annotations.ColumnDefault")
                || Arrays.stream(kind.getAnnotations())
                        .anyMatch(meta -> meta.annotationType()
                                .getName()
                                .equals("org.hibernate.annotations.ValueGenerationType"));
    }

    /** Whether nothing that is declared on the property forbids null. */
    boolean isNullable() {
        return !type.isPrimitive()
                && !required()
                && !SchemaConstraints.forbidNull(Validation.constraints(reader.getDeclaringClass(), name));
    }

    /** Whether the value is a collection of other models rather than of plain values. */
    boolean ofModels() {
        return kind == Kind.COLLECTION && !has(ElementCollection.class);
    }

    /**
     * The property of the models below that leads back here; empty where this one owns the relation, or there is none.
     */
    String owner() {
        AnnotatedElement annotated = mapped.annotated();
        OneToMany many = annotated.getAnnotation(OneToMany.class);
        OneToOne one = annotated.getAnnotation(OneToOne.class);
        return many != null ? many.mappedBy() : one != null ? one.mappedBy() : "";
    }

    boolean isLoadedIn(Object target) {
        if (!Sight.REFERENCES.isLoaded(target, name)) {
            return false;
        }
        return kind != Kind.COLLECTION || isLoadedCollection(read(target));
    }

    private static boolean isLoadedCollection(@Nullable Object value) {
        return value == null || Sight.REFERENCES.isLoaded(value);
    }

    /** The value in a target that is no stand-in; null where the property is not loaded. */
    @Nullable Object read(Object target) {
        try {
            if (reader instanceof Field field) {
                return field.get(target);
            }
            return ((Method) reader).invoke(target);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("The accessor of " + this + " failed.", e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(this + " cannot be read.", e);
        }
    }

    void write(Object target, @Nullable Object value) {
        try {
            if (writer instanceof Field field) {
                field.set(target, value);
            } else if (writer instanceof Method method) {
                // an enhanced class's writer returns nothing; a setter may return the model
                method.invoke(target, value);
            } else {
                throw new IllegalStateException(this + " has no setter.");
            }
        } catch (InvocationTargetException e) {
            throw new RefusedValueException(
                    "The setter of " + this + " failed.", Objects.requireNonNullElse(e.getCause(), e));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(this + " cannot be written.", e);
        }
    }

    /**
     * {@link #write} of what must not be looked at: an enhanced class compares what it is given with what it has, which
     * would load a collection.
     */
    void put(Object target, Object value) {
        if (!(reader instanceof Field field)) {
            write(target, value);
            return;
        }
        try {
            field.set(target, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(this + " cannot be written.", e);
        }
    }

    /** An empty collection says no more than none. */
    static boolean isEmpty(@Nullable Object value) {
        return value == null
                || (value instanceof Collection<?> collection && collection.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
    }

    @Override
    public String toString() {
        return "'" + reader.getDeclaringClass().getSimpleName() + "." + name + "'";
    }
}
