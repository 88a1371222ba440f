package dev.unirow.query;

import dev.unirow.model.spi.ExactNumbers;
import java.lang.invoke.MethodType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Brings values to the type of their column: exactly, or not at all. */
final class Values {
    private static final Map<Class<?>, Function<String, Object>> PARSERS = Map.of(
            UUID.class, UUID::fromString,
            Instant.class, Instant::parse,
            LocalDate.class, LocalDate::parse,
            LocalTime.class, LocalTime::parse,
            LocalDateTime.class, LocalDateTime::parse,
            OffsetDateTime.class, OffsetDateTime::parse,
            ZonedDateTime.class, ZonedDateTime::parse);

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
        try {
            if (PARSERS.containsKey(type)) {
                return PARSERS.get(type).apply(text);
            }
            if (Number.class.isAssignableFrom(type)) {
                return ExactNumbers.exact(type, new BigDecimal(text.strip()));
            }
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return null;
        }
        if (type == Boolean.class) {
            return ofWord(text);
        }
        if (type == Character.class) {
            return text.length() == 1 ? text.charAt(0) : null;
        }
        return type.isEnum() ? constant(path, type, text) : null;
    }

    private static @Nullable Object ofObject(Class<?> type, Object value) {
        if (value instanceof Number number) {
            if (type == Boolean.class) {
                return ofWord(number.toString());
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

    private static @Nullable Boolean ofWord(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "true", "on", "1" -> true;
            case "false", "off", "0" -> false;
            default -> null;
        };
    }

    private static Object constant(BoundPath path, Class<?> type, String name) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(path + " takes one of " + Arrays.toString(type.getEnumConstants())
                + " and was compared with another text.");
    }

    private static IllegalArgumentException refused(BoundPath path, Class<?> type, Object value) {
        return new IllegalArgumentException(path + " takes a value of type " + type.getSimpleName() + "; a "
                + value.getClass().getSimpleName() + " was given that does not stand for one exactly.");
    }
}
