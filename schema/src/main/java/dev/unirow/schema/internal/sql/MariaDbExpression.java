package dev.unirow.schema.internal.sql;

import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.lexer.SqlToken;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final Pattern ESCAPED = Pattern.compile("\\\\.", Pattern.DOTALL);

    private MariaDbExpression() {}

    /** The expression with one writing for what has several: clocks without their precision, truth as a number. */
    static String standard(String expression) {
        List<SqlToken> tokens = SqlReading.tokens(DatabaseKind.MARIADB, withDoubledQuotes(expression));
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            String word = token.kind() == SqlToken.Kind.WORD ? token.text().toLowerCase(Locale.ROOT) : "";
            if (CLOCKS.contains(word)) {
                i = behindPrecision(tokens, i);
                append(result, "current_timestamp");
            } else if (token.kind() == SqlToken.Kind.LITERAL
                    && Character.toLowerCase(token.text().charAt(0)) == 'b') {
                append(result, token.unquoted());
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
        for (SqlToken token : SqlReading.all(DatabaseKind.MARIADB, expression)) {
            String text = token.text();
            result.append(token.kind() == SqlToken.Kind.LITERAL ? withDoubledQuote(text) : text);
        }
        return result.toString();
    }

    private static String withDoubledQuote(String literal) {
        return ESCAPED.matcher(literal).replaceAll(escaped -> {
            String text = escaped.group();
            return text.equals("\\'") ? "''" : Matcher.quoteReplacement(text);
        });
    }

    /** Names in the standard's quotes in those of MariaDB, to which they would be texts. */
    public static String withOwnQuotes(String written) {
        StringBuilder result = new StringBuilder();
        int copied = 0;
        String expression = withDoubledQuotes(written);
        for (SqlToken token : SqlReading.tokens(DatabaseKind.MARIADB, expression)) {
            if (token.kind() == SqlToken.Kind.QUOTED_NAME && token.text().startsWith("\"")) {
                result.append(expression, copied, token.start()).append(quoted(token.unquoted()));
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
