package dev.unirow.schema.internal.ddl;

import java.util.Locale;
import java.util.regex.Pattern;

/** What SQLite accepts behind DEFAULT without parentheses. */
public final class SqliteLiteral {
    private static final Pattern LITERAL = Pattern.compile(
            "[+-]?[0-9]+(\\.[0-9]*)?([eE][+-]?[0-9]+)?|'([^']|'')*'|[xX]'[0-9a-fA-F]*'"
                    + "|null|true|false|current_date|current_time|current_timestamp|\\(.*\\)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private SqliteLiteral() {}

    /** Whether it is the same whenever it is asked for, as a column that is added needs it. */
    public static boolean isConstant(String expression) {
        String text = expression.trim().toLowerCase(Locale.ROOT);
        return is(expression) && !text.startsWith("current_") && !text.startsWith("(") && !text.equals("null");
    }

    static boolean is(String expression) {
        return LITERAL.matcher(expression.trim()).matches();
    }
}
