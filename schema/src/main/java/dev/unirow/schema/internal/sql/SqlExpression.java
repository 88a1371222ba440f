package dev.unirow.schema.internal.sql;

import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.SchemaException;
import dev.unirow.schema.lexer.SqlToken;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Expressions that mean the same as one text, as far as that can be seen without a database. */
public final class SqlExpression {
    private static final Set<String> TYPE_WORDS = Set.of("varying", "precision", "with", "without", "time", "zone");

    private SqlExpression() {}

    public static String canonical(DatabaseKind kind, String expression) {
        String standard = kind == DatabaseKind.MARIADB ? MariaDbExpression.standard(expression) : expression;
        try {
            return SqlCondition.canonical(kind, standard);
        } catch (SchemaException e) {
            // what the small grammar does not know is compared word by word
            return words(kind, standard);
        }
    }

    private static String words(DatabaseKind kind, String expression) {
        List<SqlToken> tokens = withoutCasts(SqlReading.tokens(kind, expression));
        while (isEnclosed(tokens)) {
            tokens = tokens.subList(1, tokens.size() - 1);
        }
        List<String> words = new ArrayList<>();
        for (SqlToken token : tokens) {
            words.add(canonical(token));
        }
        return String.join(" ", words).replace("now ( )", "current_timestamp");
    }

    /** Whether the cursor stands at a further word of a type such as {@code timestamp with time zone}. */
    static boolean isTypeWord(SqlCursor cursor) {
        return !cursor.atEnd() && TYPE_WORDS.contains(cursor.peek().text().toLowerCase(Locale.ROOT));
    }

    /** The expression with one name in the place of another. */
    public static String renamed(DatabaseKind kind, String expression, String name, String newName) {
        StringBuilder result = new StringBuilder();
        int copied = 0;
        for (SqlToken token : SqlReading.tokens(kind, expression)) {
            boolean isName = token.kind() == SqlToken.Kind.QUOTED_NAME || token.kind() == SqlToken.Kind.WORD;
            if (isName && token.unquoted().equals(name)) {
                result.append(expression, copied, token.start()).append(Identifiers.quote(kind, newName));
                copied = token.end();
            }
        }
        return result.append(expression.substring(copied)).toString();
    }

    static String canonical(SqlToken token) {
        return switch (token.kind()) {
            case QUOTED_NAME -> Identifiers.quote(token.unquoted());
            case LITERAL -> literal(token);
            case NUMBER -> number(token.text().toLowerCase(Locale.ROOT));
            case WORD -> token.text().toLowerCase(Locale.ROOT);
            case BLANK, COMMENT, PARAMETER -> token.text();
            case SYMBOL ->
                switch (token.text()) {
                    case "!=" -> "<>";
                    case "==" -> "=";
                    default -> token.text();
                };
        };
    }

    /** The letter before the quotes means the same in either case. */
    private static String literal(SqlToken token) {
        int quote = token.text().indexOf(token.quote());
        return token.text().substring(0, quote).toLowerCase(Locale.ROOT)
                + token.text().substring(quote);
    }

    /** PostgreSQL writes out what has an exponent. */
    private static String number(String text) {
        try {
            return text.indexOf('e') < 0 ? text : new BigDecimal(text).toPlainString();
        } catch (NumberFormatException e) {
            return text; // a number in base sixteen
        }
    }

    private static List<SqlToken> withoutCasts(List<SqlToken> tokens) {
        List<SqlToken> kept = new ArrayList<>();
        int i = 0;
        while (i < tokens.size()) {
            if (!tokens.get(i).is("::")) {
                kept.add(tokens.get(i++));
                continue;
            }
            i += 2;
            while (i < tokens.size() && TYPE_WORDS.contains(tokens.get(i).text().toLowerCase(Locale.ROOT))) {
                i++;
            }
            i = skip(tokens, skip(tokens, i, "(", ")"), "[", "]");
        }
        return kept;
    }

    private static int skip(List<SqlToken> tokens, int from, String open, String close) {
        int i = from;
        if (i < tokens.size() && tokens.get(i).is(open)) {
            while (i < tokens.size() && !tokens.get(i).is(close)) {
                i++;
            }
            i++;
        }
        return i;
    }

    /** Whether one pair of parentheses stands around the whole. */
    public static boolean isEnclosed(DatabaseKind kind, String expression) {
        return expression.startsWith("(")
                && expression.endsWith(")")
                && isEnclosed(SqlReading.tokens(kind, expression));
    }

    private static boolean isEnclosed(List<SqlToken> tokens) {
        if (tokens.size() < 2 || !tokens.get(0).is("(")) {
            return false;
        }
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
            if (depth == 0) {
                return i == tokens.size() - 1;
            }
        }
        return false;
    }
}
