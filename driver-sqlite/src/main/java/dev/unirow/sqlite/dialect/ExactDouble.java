package dev.unirow.sqlite.dialect;

/**
 * A double in JSON, as a whole number and the power of two that it is multiplied by: SQLite does not read the last
 * digits of a decimal fraction exactly.
 */
final class ExactDouble {
    /** What the element {@code value} of {@code json_each} stands for, if it is one of them or another value. */
    static final String OF_JSON =
            "case type when 'array' then json_extract(value,'$[0]')*pow(2.0,json_extract(value,'$[1]')) else value end";

    private static final int FRACTION_BITS = 52;

    private ExactDouble() {}

    static String json(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "[1,1024]" : "[-1,1024]";
        }
        int exponent = Math.max(Math.getExponent(value), Double.MIN_EXPONENT) - FRACTION_BITS;
        long whole = (long) Math.scalb(Math.scalb(value, -exponent / 2), -exponent - -exponent / 2);
        return "[" + whole + "," + exponent + "]";
    }
}
