package dev.unirow.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.invoke.MethodType;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns what was given into the type of a property that is no model and no embedded value. Text is trimmed; numbers and yes-or-no may come as text, but never as each other. */
final class Scalars {

    private static final Set<String> YES = Set.of("true", "on", "1");
    private static final Set<String> NO = Set.of("false", "off", "0");

    private Scalars() {}

    static @Nullable Object convert(Object value, JavaType type) throws Misfit {
        Class<?> wanted = boxed(type.getRawClass());
        if (wanted == String.class) {
            return text(value);
        } else if (wanted == Boolean.class) {
            return yesOrNo(value);
        } else if (Number.class.isAssignableFrom(wanted) && Numbers.knows(wanted)) {
            return Numbers.convert(value, wanted);
        } else if (wanted.isEnum()) {
            return constant(value, wanted);
        } else if (Times.knows(wanted)) {
            return Times.convert(value, wanted);
        } else if (wanted == UUID.class) {
            return uuid(value);
        } else if (wanted == byte[].class) {
            return bytes(value);
        } else if (wanted == Character.class) {
            return character(value);
        }
        return content(value, type, wanted);
    }

    private static Class<?> boxed(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
    }

    private static String text(Object value) throws Misfit {
        if (!(value instanceof CharSequence)) {
            throw new Misfit("must be a string");
        }
        String text = value.toString().strip();
        if (text.indexOf('\0') >= 0) {
            throw new Misfit("must not contain the NUL character");
        }
        return text;
    }

    private static Boolean yesOrNo(Object value) throws Misfit {
        if (value instanceof Boolean answer) {
            return answer;
        }
        boolean readable = value instanceof CharSequence || value instanceof Integer || value instanceof Long;
        String text = readable ? value.toString().strip().toLowerCase(Locale.ROOT) : "";
        if (YES.contains(text)) {
            return true;
        } else if (NO.contains(text)) {
            return false;
        }
        throw new Misfit("must be a boolean");
    }

    private static Object constant(Object value, Class<?> type) throws Misfit {
        if (type.isInstance(value)) {
            return value;
        }
        if (value instanceof CharSequence) {
            String name = value.toString().strip();
            for (Object constant : type.getEnumConstants()) {
                if (((Enum<?>) constant).name().equals(name)) {
                    return constant;
                }
            }
        }
        throw new Misfit("must be one of "
                + Arrays.stream(type.getEnumConstants())
                        .map(constant -> ((Enum<?>) constant).name())
                        .collect(Collectors.joining(", ")));
    }

    private static UUID uuid(Object value) throws Misfit {
        if (value instanceof UUID uuid) {
            return uuid;
        }
        String text = value instanceof CharSequence ? value.toString().strip() : "";
        try {
            UUID uuid = UUID.fromString(text);
            // the platform also reads shortened groups
            if (uuid.toString().equalsIgnoreCase(text)) {
                return uuid;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new Misfit("must be a UUID, such as 123e4567-e89b-12d3-a456-426614174000");
    }

    private static byte[] bytes(Object value) throws Misfit {
        if (value instanceof byte[] bytes) {
            return bytes.clone();
        }
        try {
            if (value instanceof CharSequence) {
                return Base64.getDecoder().decode(value.toString().strip());
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new Misfit("must be bytes in Base64");
    }

    private static Character character(Object value) throws Misfit {
        if (value instanceof Character character) {
            return character;
        }
        if (value instanceof CharSequence text && text.length() == 1) {
            return text.charAt(0);
        }
        throw new Misfit("must be a single character");
    }

    /** JSON columns and the application's own types. What is mutable is copied, so that a model never shares it with its source. */
    private static @Nullable Object content(Object value, JavaType type, Class<?> wanted) throws Misfit {
        boolean json = JsonNode.class.isAssignableFrom(wanted) || type.isContainerType() || wanted == Object.class;
        if (!json && wanted.isInstance(value)) {
            return value;
        }
        try {
            Object converted = Json.convert(value, type);
            if (wanted.isInstance(converted)) {
                return converted;
            }
        } catch (JsonProcessingException | RuntimeException e) {
            // said below: the parser's words would quote the value
        }
        throw new Misfit(kind(wanted));
    }

    private static String kind(Class<?> wanted) {
        if (Map.class.isAssignableFrom(wanted)) {
            return "must be an object";
        }
        return Iterable.class.isAssignableFrom(wanted) || wanted.isArray()
                ? "must be an array of fitting elements"
                : "does not fit the type '" + wanted.getSimpleName() + "'";
    }

    /** A number as it is written, or null if the value is none. */
    static @Nullable BigDecimal number(Object value) {
        try {
            if (value instanceof BigDecimal exact) {
                return exact;
            } else if (value instanceof Number || value instanceof CharSequence) {
                return new BigDecimal(value.toString().strip());
            }
        } catch (NumberFormatException e) {
            // infinite, not a number, or no number at all
        }
        return null;
    }
}
