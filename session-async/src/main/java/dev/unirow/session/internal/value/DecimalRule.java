package dev.unirow.session.internal.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A decimal fits its column by its value, zeros at the end aside, or is refused: one server rounds what does not fit,
 * another one reports it, and SQLite declares digits without heeding them.
 *
 * @param precision all digits; null where the column sets no limit
 * @param scale those after the point
 * @param exactAlone whether the database keeps what a whole number of 64 bits or 15 digits express, as SQLite does
 */
record DecimalRule(Place place, @Nullable Integer precision, int scale, boolean exactAlone) implements ValueRule {
    private static final int EXACT_DIGITS = 15;
    private static final int LARGEST_EXPONENT = 290;
    private static final int WHOLE_BITS = 63;
    private static final int NANO_DIGITS = 9;

    static boolean isOfDecimals(JdbcMapping type) {
        int code = type.getJdbcType().getDdlTypeCode();
        return code == SqlTypes.NUMERIC || code == SqlTypes.DECIMAL || code == SqlTypes.DURATION;
    }

    static boolean isFor(Class<?> type) {
        return type == BigDecimal.class || type == BigInteger.class || type == Duration.class;
    }

    /** An array keeps its numbers in another form than a column of them. */
    DecimalRule inArray() {
        return new DecimalRule(place, precision, scale, false);
    }

    @Override
    public Object kept(Object value) {
        BigDecimal number = number(value);
        if (number == null) {
            return value;
        }
        BigDecimal plain = number.stripTrailingZeros();
        if (precision != null && plain.scale() > scale) {
            throw place.refusal(
                    "has more digits after the point",
                    "keeps",
                    "round it, or declare more by @Column(precision = …, scale = …)");
        }
        if (precision != null && plain.signum() != 0 && (long) plain.precision() - plain.scale() > precision - scale) {
            throw place.refusal(
                    "has more digits before the point",
                    "keeps",
                    "use a smaller number, or declare more by @Column(precision = …, scale = …)");
        }
        if (exactAlone && !isExact(plain)) {
            throw place.refusal(
                    "has more than " + EXACT_DIGITS + " digits",
                    "does not keep exactly on SQLite",
                    "round it, or map the attribute to text by @JdbcTypeCode(SqlTypes.VARCHAR)");
        }
        return value;
    }

    private static @Nullable BigDecimal number(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal;
        }
        if (value instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        return value instanceof Duration span
                ? BigDecimal.valueOf(span.getSeconds())
                        .movePointRight(NANO_DIGITS)
                        .add(BigDecimal.valueOf(span.getNano()))
                : null;
    }

    /** As the driver for SQLite binds decimals. */
    private static boolean isExact(BigDecimal plain) {
        boolean isWhole = plain.scale() <= 0
                && (long) plain.precision() - plain.scale() <= 19
                && plain.toBigInteger().bitLength() <= WHOLE_BITS;
        return isWhole || (plain.precision() <= EXACT_DIGITS && Math.abs((long) plain.scale()) < LARGEST_EXPONENT);
    }
}
