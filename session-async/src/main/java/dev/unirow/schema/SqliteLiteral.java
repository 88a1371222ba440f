package dev.unirow.schema;

import java.util.regex.Pattern;

/** What SQLite accepts behind DEFAULT without parentheses. */
final class SqliteLiteral {
    private static final Pattern LITERAL = Pattern.compile(
            "[+-]?[0-9]+(\\.[0-9]*)?([eE][+-]?[0-9]+)?|'([^']|'')*'|[xX]'[0-9a-fA-F]*'"
                    + "|null|true|false|current_date|current_time|current_timestamp|\\(.*\\)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private SqliteLiteral() {}

    static boolean is(String expression) {
        return LITERAL.matcher(expression.trim()).matches();
    }
}
