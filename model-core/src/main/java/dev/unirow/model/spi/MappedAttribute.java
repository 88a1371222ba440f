package dev.unirow.model.spi;

import jakarta.persistence.AccessType;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of a {@link MappedClass}.
 *
 * @param member the field or getter whose annotations map the attribute
 * @param reader the field or getter that gives the value; another than the member where {@code @Access} on it says so
 * @param writer the field or setter; null where the value is fixed at construction
 * @param type with the type variables of generic superclasses filled in, and {@code targetEntity} in place of what is
 *     declared
 * @param access how an embedded value is read that does not say so itself
 */
public record MappedAttribute(
        String name,
        Kind kind,
        Type type,
        Member member,
        Member reader,
        @Nullable Member writer,
        AccessType access) {
    /** What an attribute is mapped to. */
    public enum Kind {
        BASIC,
        EMBEDDED,
        REFERENCE,
        COLLECTION
    }

    public boolean id() {
        return has(Id.class) || has(EmbeddedId.class);
    }

    public boolean version() {
        return has(Version.class);
    }

    /** Whether the database or the mapper gives the key. */
    public boolean generated() {
        return has(GeneratedValue.class);
    }

    public Class<?> rawType() {
        return BoundTypes.raw(type);
    }

    /** What a collection holds, of a map the values; of anything else, its own type. */
    public Class<?> target() {
        if (kind != Kind.COLLECTION) {
            return rawType();
        }
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return BoundTypes.raw(arguments[arguments.length - 1]);
        }
        Class<?> element = rawType().getComponentType();
        return element == null ? Object.class : element;
    }

    /** An annotation of the {@link #member}; those on what stands beside it map nothing. */
    public <A extends Annotation> @Nullable A annotation(Class<A> annotation) {
        return annotated().getAnnotation(annotation);
    }

    public boolean has(Class<? extends Annotation> annotation) {
        return annotated().isAnnotationPresent(annotation);
    }

    public AnnotatedElement annotated() {
        return (AnnotatedElement) member;
    }

    /** The value in an object that is no proxy. */
    public @Nullable Object read(Object target) {
        try {
            return reader instanceof Method getter ? getter.invoke(target) : ((Field) reader).get(target);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("The accessor of " + this + " failed.", e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(this + " cannot be read.", e);
        }
    }

    /** @throws IllegalStateException if there is no {@link #writer}, or it fails */
    public void write(Object target, @Nullable Object value) {
        try {
            if (writer instanceof Method setter) {
                setter.invoke(target, value);
            } else if (writer instanceof Field field) {
                field.set(target, value);
            } else {
                throw new IllegalStateException(this + " has no setter.");
            }
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("The setter of " + this + " failed.", e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(this + " cannot be written.", e);
        }
    }

    @Override
    public String toString() {
        return "'" + member.getDeclaringClass().getSimpleName() + "." + name + "'";
    }
}
