package dev.unirow.model.internal;

import dev.unirow.model.spi.ExactNumbers;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;

/** Numbers from numbers and from text, without loss: a fraction is no integer, and what is too large is refused. */
public final class Numbers {
    private static final Map<Class<?>, Range> RANGES = Map.of(
            Byte.class, new Range(Byte.MIN_VALUE, Byte.MAX_VALUE),
            Short.class, new Range(Short.MIN_VALUE, Short.MAX_VALUE),
            Integer.class, new Range(Integer.MIN_VALUE, Integer.MAX_VALUE),
            Long.class, new Range(Long.MIN_VALUE, Long.MAX_VALUE));

    private Numbers() {}

    private record Range(long least, long most) {}

    static boolean knows(Class<?> type) {
        return ExactNumbers.knows(type);
    }

    static Number convert(Object value, Class<?> wanted) throws Misfit {
        if ((value instanceof Double number && !Double.isFinite(number))
                || (value instanceof Float small && !Float.isFinite(small))) {
            throw new Misfit("must be finite");
        }
        boolean isBinary = wanted == Double.class || wanted == Float.class;
        if (!(value instanceof Number given)) {
            throw new Misfit(isBinary || wanted == BigDecimal.class ? "must be a number" : "must be an integer");
        }
        BigDecimal number = exact(given);
        // JSON does not tell whole numbers from others: the nearest is what is meant by one that has no binary form
        Number converted = isBinary ? ExactNumbers.nearest(wanted, number) : ExactNumbers.exact(wanted, number);
        if (converted != null) {
            return converted;
        }
        Range range = RANGES.get(wanted);
        if (isBinary) {
            throw new Misfit("must be finite");
        } else if (range == null || number.stripTrailingZeros().scale() > 0) {
            throw new Misfit("must be an integer");
        }
        throw new Misfit("must be between " + range.least + " and " + range.most);
    }

    private static BigDecimal exact(Number number) throws Misfit {
        if (number instanceof BigDecimal || number instanceof BigInteger) {
            try {
                return ExactNumbers.bounded(
                        number instanceof BigDecimal given ? given : new BigDecimal((BigInteger) number));
            } catch (ArithmeticException e) {
                throw tooLong();
            }
        }
        return exact(number.toString());
    }

    /** The number that a text writes. */
    public static BigDecimal exact(String text) throws Misfit {
        try {
            return ExactNumbers.parse(text);
        } catch (ArithmeticException e) {
            throw tooLong();
        } catch (NumberFormatException e) {
            throw new Misfit("must be a number");
        }
    }

    private static Misfit tooLong() {
        return new Misfit("must have no more than " + ExactNumbers.MOST_DIGITS + " digits");
    }
}
