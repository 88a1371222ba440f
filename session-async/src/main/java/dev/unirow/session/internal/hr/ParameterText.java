package dev.unirow.session.internal.hr;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.hibernate.reactive.adaptor.impl.JdbcNull;
import org.jspecify.annotations.Nullable;

/** Bound values as the echo shows them: {@code ('chonky', 3, null)}. */
final class ParameterText {
    private static final int LONGEST = 100;

    private ParameterText() {}

    static String of(@Nullable Object[] values) {
        return Arrays.stream(values).map(ParameterText::of).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String of(@Nullable Object value) {
        if (value == null || value instanceof JdbcNull) {
            return "null";
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        if (value instanceof byte[] bytes) {
            return "<" + bytes.length + " bytes>";
        }
        String text = value.toString();
        return text.length() <= LONGEST
                ? "'" + text + "'"
                : "'" + text.substring(0, LONGEST) + "…' (" + text.length() + " characters)";
    }
}
