package dev.unirow.schema.internal.sql;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Expressions as MariaDB writes them into its catalogue, and as a mapping does. */
public final class MariaDbExpression {
    private static final Set<String> CLOCKS = Set.of("current_timestamp", "now", "localtimestamp", "localtime");
    private static final Map<String, String> SYNONYMS = Map.of(
            "length", "octet_length",
            "character_length", "char_length",
            "lcase", "lower",
            "ucase", "upper",
            "substr", "substring",
            "true", "1",
            "false", "0");

    private MariaDbExpression() {}

    /** The expression with one writing for what has several: clocks without their precision, truth as a number. */
    static String standard(String expression) {
        List<SqlToken> tokens = SqlTokens.of(withDoubledQuotes(expression));
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            String word = token.kind() == SqlToken.Kind.WORD ? token.text().toLowerCase(Locale.ROOT) : "";
            if (CLOCKS.contains(word)) {
                i = behindPrecision(tokens, i);
                append(result, "current_timestamp");
            } else if (word.equals("b")
                    && i + 1 < tokens.size()
                    && tokens.get(i + 1).kind() == SqlToken.Kind.STRING) {
                append(result, tokens.get(++i).text().replace("'", ""));
            } else {
                append(result, SYNONYMS.getOrDefault(word, token.text()));
            }
        }
        return result.toString();
    }

    /**
     * The same with a quote in a text doubled, as the standard has it, where MariaDB writes it with a backslash. Other
     * backslashes keep their meaning.
     */
    public static String withDoubledQuotes(String expression) {
        StringBuilder result = new StringBuilder();
        char open = 0;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            if (open == '\'' && c == '\\' && i + 1 < expression.length()) {
                char escaped = expression.charAt(++i);
                result.append(escaped == '\'' ? "''" : "\\" + escaped);
                continue;
            }
            if (open == 0 && (c == '\'' || c == '"' || c == '`')) {
                open = c;
            } else if (open == c) {
                open = 0; // a doubled quote opens anew
            }
            result.append(c);
        }
        return result.toString();
    }

    /** Names in the standard's quotes in those of MariaDB, to which they would be texts. */
    public static String withOwnQuotes(String written) {
        StringBuilder result = new StringBuilder();
        int copied = 0;
        String expression = withDoubledQuotes(written);
        for (SqlToken token : SqlTokens.of(expression)) {
            if (token.kind() == SqlToken.Kind.QUOTED_NAME && token.text().startsWith("\"")) {
                result.append(expression, copied, token.start()).append(quoted(token.name()));
                copied = token.end();
            }
        }
        return result.append(expression.substring(copied)).toString();
    }

    private static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    private static int behindPrecision(List<SqlToken> tokens, int clock) {
        int at = clock + 1;
        if (at >= tokens.size() || !tokens.get(at).is("(")) {
            return clock;
        }
        while (at < tokens.size() && !tokens.get(at).is(")")) {
            at++;
        }
        return at;
    }

    private static void append(StringBuilder text, String token) {
        text.append(text.length() == 0 ? "" : " ").append(token);
    }
}
