package dev.unirow.model.spi;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Numbers in the type of their column, their property or of what is read from them: the same number, or none. */
public final class ExactNumbers {
    /**
     * The most digits that a text may write before or after the point, and the most that an exponent may stand for: a
     * short text must not become a number that fills the memory, nor a long one take time that grows with its square.
     */
    public static final int MOST_DIGITS = 1_000;

    private static final Set<Class<?>> KNOWN = Set.of(
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            BigInteger.class,
            BigDecimal.class,
            Double.class,
            Float.class);

    private ExactNumbers() {}

    /** Whether there are numbers of this type, which is no primitive one. */
    public static boolean knows(Class<?> type) {
        return KNOWN.contains(type);
    }

    /**
     * The number that a text writes.
     *
     * @throws NumberFormatException if it writes none
     * @throws ArithmeticException if it has more than {@link #MOST_DIGITS} digits
     */
    public static BigDecimal parse(String text) {
        if (text.length() > 2 * MOST_DIGITS + 20) {
            throw tooLong();
        }
        return bounded(new BigDecimal(text));
    }

    /** @throws ArithmeticException if it has more than {@link #MOST_DIGITS} digits before or after the point */
    public static BigDecimal bounded(BigDecimal number) {
        long before = (long) number.precision() - number.scale();
        if (before > MOST_DIGITS || number.scale() > MOST_DIGITS || number.precision() > MOST_DIGITS) {
            throw tooLong();
        }
        return number;
    }

    private static ArithmeticException tooLong() {
        return new ArithmeticException("A number has more than " + MOST_DIGITS + " digits.");
    }

    /** The same number in another type; null where that type has no such number. */
    public static @Nullable Number exact(Class<?> type, Number number) {
        if (type == Double.class || type == Float.class) {
            Number nearest = nearest(type, number);
            return nearest == null || isSame(number, nearest) ? nearest : null;
        }
        try {
            BigDecimal decimal = decimal(number);
            return type == BigDecimal.class ? decimal : whole(type, decimal);
        } catch (ArithmeticException | NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Number whole(Class<?> type, BigDecimal decimal) {
        if (decimal.scale() < -MOST_DIGITS) {
            return null;
        }
        BigDecimal shortest = decimal.stripTrailingZeros();
        if (shortest.scale() > 0) {
            return null;
        }
        BigInteger whole = shortest.toBigIntegerExact();
        if (type == Long.class) {
            return whole.longValueExact();
        }
        if (type == Integer.class) {
            return whole.intValueExact();
        }
        if (type == Short.class) {
            return whole.shortValueExact();
        }
        if (type == Byte.class) {
            return whole.byteValueExact();
        }
        return type == BigInteger.class ? whole : null;
    }

    /**
     * The nearest {@code Double} or {@code Float}, as of what is written in source code; null where the number is
     * beyond all of them.
     */
    public static @Nullable Number nearest(Class<?> type, Number number) {
        if (number instanceof Double || number instanceof Float) {
            float single = number.floatValue();
            boolean tooLarge = Float.isInfinite(single) && !Double.isInfinite(number.doubleValue());
            return type == Double.class ? (Number) decimalOrSelf(number) : tooLarge ? null : (Number) single;
        }
        BigDecimal decimal = decimal(number);
        double nearest = decimal.doubleValue();
        if (Double.isInfinite(nearest)) {
            return null;
        }
        if (type == Double.class) {
            return nearest;
        }
        float single = decimal.floatValue();
        return Float.isInfinite(single) ? null : (Number) single;
    }

    /** Fractions are met by the nearest binary one. Whole numbers are met exactly, or as the binary one is written. */
    private static boolean isSame(Number given, Number nearest) {
        if (given instanceof Double || given instanceof Float) {
            return true;
        }
        BigDecimal decimal = decimal(given);
        return decimal.stripTrailingZeros().scale() > 0
                || new BigDecimal(nearest.doubleValue()).compareTo(decimal) == 0
                || new BigDecimal(nearest.toString()).compareTo(decimal) == 0;
    }

    /** A float as the double that is written the same, so that 0.1f finds 0.1. */
    private static double decimalOrSelf(Number number) {
        return number instanceof Float ? Double.parseDouble(number.toString()) : number.doubleValue();
    }

    private static BigDecimal decimal(Number number) {
        return number instanceof BigDecimal decimal
                ? decimal
                : number instanceof BigInteger whole ? new BigDecimal(whole) : new BigDecimal(number.toString());
    }
}
