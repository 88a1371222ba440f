package dev.unirow.session.internal.value;

/**
 * MariaDB and SQLite have numbers alone, without NaN and infinities; SQLite has one zero, and would give that back for
 * the negative one.
 */
record RealRule(Place place) implements ValueRule {
    static boolean isFor(Class<?> type) {
        return type == Double.class || type == Float.class || type == double[].class || type == float[].class;
    }

    @Override
    public Object kept(Object value) {
        if (value instanceof Double number) {
            require(number);
        } else if (value instanceof Float number) {
            require(number);
        } else if (value instanceof double[] numbers) {
            for (double number : numbers) {
                require(number);
            }
        } else if (value instanceof float[] numbers) {
            for (float number : numbers) {
                require(number);
            }
        }
        return value;
    }

    private void require(double number) {
        if (!Double.isFinite(number)) {
            throw place.refusal(
                    "is not a finite number",
                    "cannot keep on every database",
                    "use null, or a number within its range");
        }
        if (number == 0 && 1 / number < 0) {
            throw place.refusal(
                    "is the negative zero",
                    "cannot keep on every database",
                    "add 0.0 to what is computed, which makes it the positive one");
        }
    }
}
