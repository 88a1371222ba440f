package dev.unirow.model.internal;

import com.fasterxml.jackson.databind.JavaType;
import dev.unirow.model.constraint.IpAddressValidator;
import dev.unirow.model.spi.ExactTexts;
import java.lang.invoke.MethodType;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Turns what was given into the type of a property that is no model and no embedded value. Strict: text is text, a
 * number is a number.
 */
public final class Scalars {
    private Scalars() {}

    /** Whether this class converts to the type, rather than Jackson. */
    public static boolean knows(JavaType type) {
        Class<?> wanted = boxed(type.getRawClass());
        return wanted == String.class
                || wanted == Boolean.class
                || wanted == UUID.class
                || wanted == byte[].class
                || wanted == Character.class
                || wanted == InetAddress.class
                || wanted.isEnum()
                || Numbers.knows(wanted)
                || Times.knows(wanted);
    }

    public static Object convert(Object value, JavaType type) throws Misfit {
        Class<?> wanted = boxed(type.getRawClass());
        if (wanted == String.class) {
            return text(value);
        } else if (wanted == Boolean.class) {
            return yesOrNo(value);
        } else if (Numbers.knows(wanted)) {
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
        } else if (wanted == InetAddress.class) {
            return address(value);
        }
        throw new IllegalArgumentException("'" + wanted.getName() + "' is no plain type.");
    }

    private static Class<?> boxed(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
    }

    private static String text(Object value) throws Misfit {
        if (!(value instanceof CharSequence)) {
            throw new Misfit("must be a string");
        }
        String text = value.toString();
        requireStorable(text);
        return text;
    }

    /** No database keeps every text that Java has. */
    public static void requireStorable(String text) throws Misfit {
        if (text.indexOf('\0') >= 0) {
            throw new Misfit("must not contain the NUL character");
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!Character.isHighSurrogate(text.charAt(i))
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw new Misfit("must not contain half a character (a lone surrogate)");
                }
                i++;
            }
        }
    }

    private static Boolean yesOrNo(Object value) throws Misfit {
        if (value instanceof Boolean answer) {
            return answer;
        }
        throw new Misfit("must be a boolean");
    }

    private static @Nullable Object written(Object value, Class<?> type) {
        return value instanceof CharSequence ? ExactTexts.read(type, value.toString()) : null;
    }

    private static Object constant(Object value, Class<?> type) throws Misfit {
        if (type.isInstance(value)) {
            return value;
        }
        Object constant = written(value, type);
        if (constant != null) {
            return constant;
        }
        throw new Misfit("must be one of "
                + Arrays.stream(type.getEnumConstants())
                        .map(each -> ((Enum<?>) each).name())
                        .collect(Collectors.joining(", ")));
    }

    private static UUID uuid(Object value) throws Misfit {
        if (value instanceof UUID uuid) {
            return uuid;
        }
        if (written(value, UUID.class) instanceof UUID uuid) {
            return uuid;
        }
        throw new Misfit("must be a UUID, such as 123e4567-e89b-12d3-a456-426614174000");
    }

    private static byte[] bytes(Object value) throws Misfit {
        if (value instanceof byte[] bytes) {
            return bytes.clone();
        }
        try {
            if (value instanceof CharSequence) {
                return Base64.getDecoder().decode(value.toString());
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
        if (written(value, Character.class) instanceof Character character) {
            return character;
        }
        throw new Misfit("must be a single character");
    }

    /** Looks no name up, which would block the thread and tell others what was read. */
    private static InetAddress address(Object value) throws Misfit {
        if (value instanceof InetAddress address) {
            return address;
        }
        try {
            if (value instanceof CharSequence text && IpAddressValidator.isAddress(text.toString())) {
                return InetAddress.getByName(text.toString());
            }
        } catch (UnknownHostException e) {
            // said below
        }
        throw new Misfit("must be an IP address");
    }
}
