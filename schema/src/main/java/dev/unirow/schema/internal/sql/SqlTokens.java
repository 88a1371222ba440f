package dev.unirow.schema.internal.sql;

import dev.unirow.schema.SchemaException;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits SQL into tokens, comments left out: the four ways in which SQLite quotes names, and PostgreSQL's {@code ::}.
 */
public final class SqlTokens {
    private static final List<String> LONG_SYMBOLS =
            List.of("->>", "!~~", "::", "||", "<=", ">=", "<>", "!=", "==", "->", "~~", "!~", "~*");

    private final String sql;
    private final List<SqlToken> tokens = new ArrayList<>();
    private int position;

    private SqlTokens(String sql) {
        this.sql = sql;
    }

    /** @throws SchemaException when a quote or comment does not end */
    public static List<SqlToken> of(String sql) {
        return new SqlTokens(sql).all();
    }

    private List<SqlToken> all() {
        while (position < sql.length()) {
            char c = sql.charAt(position);
            if (Character.isWhitespace(c)) {
                position++;
            } else if (sql.startsWith("--", position)) {
                int end = sql.indexOf('\n', position);
                position = end < 0 ? sql.length() : end + 1;
            } else if (sql.startsWith("/*", position)) {
                int end = sql.indexOf("*/", position + 2);
                position = end < 0 ? sql.length() : end + 2;
            } else {
                next(c);
            }
        }
        return tokens;
    }

    private void next(char c) {
        if (c == '\'' || (isBlobPrefix(c) && position + 1 < sql.length() && sql.charAt(position + 1) == '\'')) {
            int open = c == '\'' ? position : position + 1;
            add(SqlToken.Kind.STRING, closing('\'', open));
        } else if (c == '"' || c == '`') {
            add(SqlToken.Kind.QUOTED_NAME, closing(c, position));
        } else if (c == '[' && isSubscript()) {
            add(SqlToken.Kind.SYMBOL, position + 1);
        } else if (c == '[') {
            add(SqlToken.Kind.QUOTED_NAME, closing(']', position));
        } else if (Character.isDigit(c) || (c == '.' && isDigitAt(position + 1))) {
            add(SqlToken.Kind.NUMBER, numberEnd());
        } else if (isWord(c)) {
            int end = position;
            while (end < sql.length() && (isWord(sql.charAt(end)) || Character.isDigit(sql.charAt(end)))) {
                end++;
            }
            add(SqlToken.Kind.WORD, end);
        } else {
            int length = LONG_SYMBOLS.stream()
                    .filter(symbol -> sql.startsWith(symbol, position))
                    .mapToInt(String::length)
                    .findFirst()
                    .orElse(1);
            add(SqlToken.Kind.SYMBOL, position + length);
        }
    }

    private void add(SqlToken.Kind kind, int end) {
        tokens.add(new SqlToken(kind, sql.substring(position, end), position));
        position = end;
    }

    // PostgreSQL's ARRAY['a'] and text[] touch what is before them; a name in SQL Server's quotes, which SQLite takes
    // too, does not
    private boolean isSubscript() {
        if (tokens.isEmpty()) {
            return false;
        }
        SqlToken before = tokens.get(tokens.size() - 1);
        return before.end() == position && (before.kind() != SqlToken.Kind.SYMBOL || before.is(")"));
    }

    private int closing(char quote, int open) {
        for (int i = open + 1; i < sql.length(); i++) {
            if (sql.charAt(i) == quote) {
                boolean doubled = quote != ']' && i + 1 < sql.length() && sql.charAt(i + 1) == quote;
                if (!doubled) {
                    return i + 1;
                }
                i++;
            }
        }
        throw new SchemaException("The quote at character " + (open + 1) + " does not end in: " + sql);
    }

    private int numberEnd() {
        int end = position;
        while (end < sql.length()
                && (Character.isLetterOrDigit(sql.charAt(end)) || sql.charAt(end) == '.' || isExponentSign(end))) {
            end++;
        }
        return end;
    }

    private boolean isExponentSign(int at) {
        char before = sql.charAt(at - 1);
        return (sql.charAt(at) == '+' || sql.charAt(at) == '-')
                && (before == 'e' || before == 'E')
                && isDigitAt(at + 1);
    }

    private boolean isDigitAt(int at) {
        return at < sql.length() && Character.isDigit(sql.charAt(at));
    }

    private static boolean isBlobPrefix(char c) {
        return c == 'x' || c == 'X';
    }

    private static boolean isWord(char c) {
        return c == '_' || c == '$' || Character.isLetter(c);
    }
}
