package dev.unirow.session.internal.wire;

import java.util.function.IntPredicate;
import org.hibernate.reactive.adaptor.impl.JdbcNull;
import org.jspecify.annotations.Nullable;

/** Bound values, and those of rows, as the echo shows them: {@code ('chonky', 3, null)}. */
public final class ParameterText {
    /** What stands for a value that nobody may see. */
    public static final String HIDDEN = "***";

    private static final int LONGEST = 100;
    /** From so many on, as SQLAlchemy does, the first and the last are shown. */
    private static final int MOST = 100;

    private ParameterText() {}

    /** @param hidden which of the values, counted from 0, must not be seen */
    public static String of(@Nullable Object[] values, IntPredicate hidden) {
        StringBuilder text = new StringBuilder("(");
        int left = values.length <= MOST ? 0 : values.length - MOST;
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                text.append(", ");
            }
            if (left > 0 && i == MOST / 2) {
                text.append("… ").append(left).append(" more …");
                i += left - 1;
            } else {
                text.append(hidden.test(i) ? HIDDEN : of(values[i]));
            }
        }
        return text.append(')').toString();
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
        if (value instanceof Object[] values) {
            return "[" + inner(values) + "]";
        }
        String text = value.toString();
        return text.length() <= LONGEST
                ? "'" + text + "'"
                : "'" + text.substring(0, LONGEST) + "…' (" + text.length() + " characters)";
    }

    private static String inner(@Nullable Object[] values) {
        String text = of(values, i -> false);
        return text.substring(1, text.length() - 1);
    }
}
