package dev.unirow.session.internal.value;

/**
 * MariaDB and SQLite have numbers alone, without NaN and infinities; SQLite has one zero, so that the negative one
 * becomes that.
 */
record RealRule(Place place) implements ValueRule {
    static boolean isFor(Class<?> type) {
        return type == Double.class || type == Float.class || type == double[].class || type == float[].class;
    }

    @Override
    public Object kept(Object value) {
        if (value instanceof Double number) {
            double kept = kept(number.doubleValue());
            return isSame(kept, number) ? value : (Object) kept;
        }
        if (value instanceof Float number) {
            double kept = kept(number.doubleValue());
            return isSame(kept, number.doubleValue()) ? value : (Object) (float) kept;
        }
        if (value instanceof double[] numbers) {
            double[] kept = numbers.clone();
            for (int i = 0; i < kept.length; i++) {
                kept[i] = kept(kept[i]);
            }
            return java.util.Arrays.equals(kept, numbers) ? value : kept;
        }
        if (value instanceof float[] numbers) {
            float[] kept = numbers.clone();
            for (int i = 0; i < kept.length; i++) {
                kept[i] = (float) kept(kept[i]);
            }
            return java.util.Arrays.equals(kept, numbers) ? value : kept;
        }
        return value;
    }

    private static boolean isSame(double one, double other) {
        return Double.compare(one, other) == 0;
    }

    private double kept(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw place.refusal(
                    "is not a finite number",
                    "cannot keep on every database",
                    "use null, or a number within its range");
        }
        return number == 0 ? 0.0 : number;
    }
}
