package dev.unirow.query;

import dev.unirow.model.spi.ExactNumbers;
import dev.unirow.model.spi.ExactTexts;
import java.lang.invoke.MethodType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Brings values to the type of their column: exactly, or not at all. */
final class Values {
    private Values() {}

    static Class<?> boxed(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
    }

    /** @throws IllegalArgumentException if the value is not of the type and does not stand for one value of it */
    static Object coerce(BoundPath path, Class<?> type, Object value) {
        Object converted = value instanceof CharSequence || value instanceof Character
                ? ofText(path, type, Texts.requireNoNul(path, value.toString()))
                : type.isInstance(value) ? value : ofObject(type, value);
        if (converted == null) {
            throw refused(path, type, value);
        }
        return converted;
    }

    /** The key of the model that a reference is compared with, given the model or the key itself. */
    static Object key(BoundPath reference, Object value) {
        Shape target = Shape.ofTarget(reference.last());
        if (!target.type().isInstance(value)) {
            return coerce(reference, target.id().type(), value);
        }
        Object key = target.key(value);
        if (key == null) {
            throw new IllegalArgumentException("The '" + target.simpleName() + "' given for " + reference
                    + " has no key yet. Add it and flush the session first.");
        }
        return key;
    }

    private static @Nullable Object ofText(BoundPath path, Class<?> type, String text) {
        if (type.isInstance(text)) {
            return text;
        }
        Object written = ExactTexts.read(type, ExactNumbers.knows(type) ? text.strip() : text);
        if (written == null && type.isEnum()) {
            throw new IllegalArgumentException(path + " takes one of " + Arrays.toString(type.getEnumConstants())
                    + " and was compared with another text.");
        }
        return written;
    }

    private static @Nullable Object ofObject(Class<?> type, Object value) {
        if (value instanceof Number number) {
            if (type == Boolean.class) {
                return ExactTexts.read(Boolean.class, number.toString());
            }
            return Number.class.isAssignableFrom(type) ? ExactNumbers.exact(type, number) : null;
        }
        if (type == Instant.class) {
            return value instanceof OffsetDateTime at
                    ? at.toInstant()
                    : value instanceof ZonedDateTime at ? at.toInstant() : null;
        }
        return null;
    }

    private static IllegalArgumentException refused(BoundPath path, Class<?> type, Object value) {
        return new IllegalArgumentException(path + " takes a value of type " + type.getSimpleName() + "; a "
                + value.getClass().getSimpleName() + " was given that does not stand for one exactly.");
    }
}
