package dev.unirow.session.internal.wire;

import java.util.Optional;

/**
 * Whole numbers from one boxed type to another, never losing a digit: in Java {@code find(Pet.class, 1)} passes an
 * Integer.
 */
public final class WholeNumbers {
    private WholeNumbers() {}

    public static Optional<Object> coerce(Class<?> wanted, Object value) {
        if (!(value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte)) {
            return Optional.empty();
        }
        long number = ((Number) value).longValue();
        if (wanted == Long.class) {
            return Optional.of(number);
        }
        if (wanted == Integer.class && number == (int) number) {
            return Optional.of((int) number);
        }
        if (wanted == Short.class && number == (short) number) {
            return Optional.of((short) number);
        }
        return Optional.empty();
    }
}
