package dev.unirow.model.internal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;

/** Numbers from numbers and from text, without loss: a fraction is no integer, and what is too large is refused. */
public final class Numbers {
    /** The most digits before or after the point; a short text must not become a huge number. */
    private static final int MOST_DIGITS = 1000;

    private static final Map<Class<?>, Integral> INTEGRAL = Map.of(
            Byte.class, new Integral(Byte.MIN_VALUE, Byte.MAX_VALUE, BigDecimal::byteValueExact),
            Short.class, new Integral(Short.MIN_VALUE, Short.MAX_VALUE, BigDecimal::shortValueExact),
            Integer.class, new Integral(Integer.MIN_VALUE, Integer.MAX_VALUE, BigDecimal::intValueExact),
            Long.class, new Integral(Long.MIN_VALUE, Long.MAX_VALUE, BigDecimal::longValueExact));

    private Numbers() {}

    private interface Narrowing {
        Number narrow(BigDecimal number);
    }

    private record Integral(long least, long most, Narrowing narrowing) {}

    static boolean knows(Class<?> type) {
        return INTEGRAL.containsKey(type)
                || type == BigInteger.class
                || type == BigDecimal.class
                || type == Double.class
                || type == Float.class;
    }

    static Number convert(Object value, Class<?> wanted) throws Misfit {
        if ((value instanceof Double number && !Double.isFinite(number))
                || (value instanceof Float small && !Float.isFinite(small))) {
            throw new Misfit("must be finite");
        }
        if (!(value instanceof Number)) {
            throw new Misfit(words(wanted));
        }
        BigDecimal number = value instanceof BigDecimal given ? bounded(given) : exact((Number) value);
        if (wanted == BigDecimal.class) {
            return number;
        } else if (wanted == Double.class) {
            return finite(number.doubleValue());
        } else if (wanted == Float.class) {
            return finite(number.doubleValue(), number.floatValue());
        }
        return integral(number, wanted);
    }

    private static String words(Class<?> wanted) {
        return wanted == BigDecimal.class || wanted == Double.class || wanted == Float.class
                ? "must be a number"
                : "must be an integer";
    }

    private static BigDecimal exact(Number number) throws Misfit {
        if (number instanceof BigInteger whole && whole.bitLength() > MOST_DIGITS * 4) {
            throw tooLong();
        }
        return exact(number.toString());
    }

    /**
     * The number that a text writes. Its length is looked at first: reading a long one takes time that grows with its
     * square.
     */
    public static BigDecimal exact(String text) throws Misfit {
        if (text.length() > 2 * MOST_DIGITS + 20) {
            throw tooLong();
        }
        try {
            return bounded(new BigDecimal(text));
        } catch (NumberFormatException e) {
            throw new Misfit("must be a number");
        }
    }

    private static BigDecimal bounded(BigDecimal number) throws Misfit {
        long before = (long) number.precision() - number.scale();
        if (before > MOST_DIGITS || number.scale() > MOST_DIGITS || number.precision() > MOST_DIGITS) {
            throw tooLong();
        }
        return number;
    }

    private static Misfit tooLong() {
        return new Misfit("must have no more than " + MOST_DIGITS + " digits");
    }

    private static Number integral(BigDecimal number, Class<?> wanted) throws Misfit {
        if (number.stripTrailingZeros().scale() > 0) {
            throw new Misfit("must be an integer");
        }
        Integral range = INTEGRAL.get(wanted);
        if (range == null) {
            return number.toBigIntegerExact();
        }
        try {
            return range.narrowing.narrow(number);
        } catch (ArithmeticException e) {
            throw new Misfit("must be between " + range.least + " and " + range.most);
        }
    }

    private static Double finite(double number) throws Misfit {
        if (Double.isInfinite(number)) {
            throw new Misfit("must be finite");
        }
        return number;
    }

    private static Float finite(double exact, float number) throws Misfit {
        if (Float.isInfinite(number) || Double.isInfinite(exact)) {
            throw new Misfit("must be finite");
        }
        return number;
    }
}
