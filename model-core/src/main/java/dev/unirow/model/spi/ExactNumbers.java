package dev.unirow.model.spi;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Numbers in the type of their column or of what is read from it: the same number, or none. */
public final class ExactNumbers {
    /** Beyond it a short text such as 1e999999999 would fill the memory as a whole number. */
    private static final int MOST_DIGITS = 10_000;

    private ExactNumbers() {}

    /** The same number in another type; null where that type has no such number. */
    public static @Nullable Number exact(Class<?> type, Number number) {
        try {
            if (type == Double.class || type == Float.class) {
                return floating(type, number);
            }
            BigDecimal decimal = decimal(number);
            if (type == BigDecimal.class) {
                return decimal;
            }
            if (Math.abs((long) decimal.scale()) > MOST_DIGITS) {
                return null;
            }
            BigInteger whole = decimal.toBigIntegerExact();
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
        } catch (ArithmeticException | NumberFormatException e) {
            return null;
        }
    }

    /** Decimal fractions become the nearest binary one, as in source code; whole numbers must be met exactly. */
    private static @Nullable Number floating(Class<?> type, Number number) {
        if (number instanceof Double || number instanceof Float) {
            float single = number.floatValue();
            boolean tooLarge = Float.isInfinite(single) && !Double.isInfinite(number.doubleValue());
            return type == Double.class ? (Number) decimalOrSelf(number) : tooLarge ? null : (Number) single;
        }
        BigDecimal decimal = decimal(number);
        double nearest = decimal.doubleValue();
        boolean whole = decimal.stripTrailingZeros().scale() <= 0;
        if (Double.isInfinite(nearest) || (whole && new BigDecimal(nearest).compareTo(decimal) != 0)) {
            return null;
        }
        if (type == Double.class) {
            return nearest;
        }
        float single = (float) nearest;
        return Float.isInfinite(single) || (whole && single != nearest) ? null : (Number) single;
    }

    /** A float as the double that is written the same, so that 0.1f finds 0.1. */
    private static double decimalOrSelf(Number number) {
        return number instanceof Float ? Double.parseDouble(number.toString()) : number.doubleValue();
    }

    private static BigDecimal decimal(Number number) {
        return number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
    }
}
