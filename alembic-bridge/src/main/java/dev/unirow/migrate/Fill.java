package dev.unirow.migrate;

import dev.unirow.schema.lexer.SqlLexer;
import dev.unirow.schema.lexer.SqlSyntax;
import dev.unirow.schema.lexer.SqlToken;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A value for a column's rows as it is written on a command line. */
final class Fill {
    private static final Pattern TEXT = Pattern.compile("([^=]+)\\.([^.=]+)=(.+)", Pattern.DOTALL);

    private Fill() {}

    /**
     * Expressions by columns.
     *
     * @throws IllegalArgumentException when one is not {@code table.column=expression}, or two are about one column
     */
    static Map<String, String> parse(List<String> texts) {
        Map<String, String> fills = new LinkedHashMap<>();
        for (String text : texts) {
            Matcher matcher = TEXT.matcher(text.strip());
            if (!matcher.matches() || !isExpression(matcher.group(3))) {
                throw new IllegalArgumentException("'" + text + "' is not a value for a column. Write"
                        + " 'table.column=expression' with one SQL expression, as in pet.name='?' or pet.legs=4.");
            }
            String column = matcher.group(1).strip() + "." + matcher.group(2).strip();
            if (fills.put(column, matcher.group(3).strip()) != null) {
                throw new IllegalArgumentException(
                        "The column '" + column + "' is given two values to be filled with.");
            }
        }
        return fills;
    }

    /** What stands in a statement must not end it, nor hide its end. */
    private static boolean isExpression(String text) {
        List<SqlToken> tokens = SqlLexer.sent(text, SqlSyntax.SQLITE);
        return !text.isBlank()
                && tokens.stream()
                        .allMatch(token -> !token.is(";")
                                && token.kind() != SqlToken.Kind.COMMENT
                                && token.reading() != SqlToken.Reading.UNENDED);
    }
}
