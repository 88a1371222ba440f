package dev.unirow.session.internal.echo;

import dev.unirow.session.internal.echo.StatementToken.Kind;
import dev.unirow.session.internal.wire.ParameterText;
import java.util.BitSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Statements without what must not be seen of them. */
final class Redaction {
    private static final String BETWEEN_NAMES = " \t\n\r\f,.()=<>*+;";

    private Redaction() {}

    /** The text up to where a literal or a comment may begin in any dialect. */
    static String beforeAnyValue(String sql) {
        int end = 0;
        boolean inName = false;
        for (; end < sql.length(); end++) {
            char c = sql.charAt(end);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
            boolean digit = c >= '0' && c <= '9';
            if (!letter && !(digit && inName) && BETWEEN_NAMES.indexOf(c) < 0) {
                break;
            }
            inName = letter || digit;
        }
        return sql.substring(0, end) + ParameterText.HIDDEN;
    }

    /**
     * The text without the literals among these tokens; null where it stays as it is.
     *
     * @param known names of columns, which are no literals in any quotes
     */
    static @Nullable String of(StatementTokens tokens, BitSet hidden, Set<String> known) {
        String sql = tokens.sql();
        StringBuilder text = new StringBuilder();
        int copied = 0;
        for (int i = hidden.nextSetBit(0); i >= 0 && i < tokens.size(); i = hidden.nextSetBit(i + 1)) {
            StatementToken token = tokens.get(i);
            if (token.isValue() || mayBeLiteral(tokens, i, known)) {
                text.append(sql, copied, token.start()).append(ParameterText.HIDDEN);
                copied = token.end();
            }
        }
        return copied == 0 ? null : text.append(sql, copied, sql.length()).toString();
    }

    private static boolean mayBeLiteral(StatementTokens tokens, int at, Set<String> known) {
        StatementToken token = tokens.get(at);
        return token.kind() == Kind.NAME_OR_LITERAL
                && !known.contains(token.text())
                && !tokens.isMark(at - 1, ".")
                && !tokens.isMark(at + 1, ".")
                && !tokens.isOneOf(at - 1, Set.of("from", "join", "into", "update"));
    }
}
