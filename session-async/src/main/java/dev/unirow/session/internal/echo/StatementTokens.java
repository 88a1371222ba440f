package dev.unirow.session.internal.echo;

import dev.unirow.schema.lexer.SqlLexer;
import dev.unirow.schema.lexer.SqlToken;
import dev.unirow.session.internal.echo.StatementToken.Kind;
import dev.unirow.session.internal.wire.ParameterStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A statement, as it is sent, cut into tokens. */
final class StatementTokens {
    private final String sql;
    private final ParameterStyle style;
    private final List<StatementToken> tokens = new ArrayList<>();
    private boolean understood = true;
    private int parameters;
    private int depth;

    private StatementTokens(String sql, ParameterStyle style) {
        this.sql = sql;
        this.style = style;
    }

    static StatementTokens of(String sql, ParameterStyle style) {
        StatementTokens tokens = new StatementTokens(sql, style);
        SqlLexer.sent(sql, style.syntax()).forEach(tokens::add);
        tokens.understood &= tokens.depth == 0;
        return tokens;
    }

    /** False where the database may read it in another way. */
    boolean areUnderstood() {
        return understood;
    }

    boolean isPostgres() {
        return style == ParameterStyle.NUMBERED;
    }

    String sql() {
        return sql;
    }

    List<StatementToken> all() {
        return tokens;
    }

    int size() {
        return tokens.size();
    }

    StatementToken get(int at) {
        return tokens.get(at);
    }

    // ---- parts

    boolean isMark(int at, String mark) {
        return at >= 0 && at < tokens.size() && tokens.get(at).isMark(mark);
    }

    boolean isOneOf(int at, Set<String> keywords) {
        return at >= 0 && at < tokens.size() && isOneOf(tokens.get(at), keywords);
    }

    static boolean isOneOf(StatementToken token, Set<String> keywords) {
        return token.kind() == Kind.WORD && keywords.contains(token.text());
    }

    /** The first of these words outside of all parentheses; -1 where there is none. */
    int find(int from, Set<String> words) {
        for (int i = Math.max(0, from); i < tokens.size(); i++) {
            if (tokens.get(i).depth() == 0 && isOneOf(i, words)) {
                return i;
            }
        }
        return -1;
    }

    /** Where a parenthesis is closed. */
    int end(int open) {
        for (int i = open + 1; i < tokens.size(); i++) {
            if (isMark(i, ")") && tokens.get(i).depth() == tokens.get(open).depth()) {
                return i;
            }
        }
        return tokens.size();
    }

    /** What stands between the commas, as first token and end. */
    List<int[]> split(int from, int to) {
        List<int[]> parts = new ArrayList<>();
        int start = from;
        for (int i = from; i < to; i++) {
            if (isMark(i, ",") && tokens.get(i).depth() == tokens.get(from).depth()) {
                parts.add(new int[] {start, i});
                start = i + 1;
            }
        }
        if (start < to) {
            parts.add(new int[] {start, to});
        }
        return parts;
    }

    /** The statement with {@code ?} for each literal, and blanks and comments as they are. */
    String withoutLiterals() {
        if (!understood) {
            return Redaction.beforeAnyValue(sql);
        }
        StringBuilder text = new StringBuilder();
        int copied = 0;
        for (StatementToken token : tokens) {
            if (token.isValue()) {
                text.append(sql, copied, token.start()).append('?');
                copied = token.end();
            }
        }
        return copied == 0 ? sql : text.append(sql, copied, sql.length()).toString();
    }

    // ---- cutting

    private void add(SqlToken token) {
        understood &= token.reading() == SqlToken.Reading.CERTAIN;
        switch (token.kind()) {
            case BLANK, COMMENT -> {}
            case WORD -> add(Kind.WORD, lower(token.text()), token);
            case LITERAL -> add(Kind.LITERAL, token.text(), token);
            case QUOTED_NAME -> add(nameKind(token), lower(token.unquoted()), token);
            case NUMBER -> add(Kind.NUMBER, lower(token.text()), token);
            case PARAMETER -> parameter(token);
            case SYMBOL -> {
                depth -= token.is(")") ? 1 : 0;
                understood &= depth >= 0;
                add(Kind.MARK, token.text(), token);
                depth += token.is("(") ? 1 : 0;
            }
        }
    }

    private Kind nameKind(SqlToken token) {
        boolean either = token.quote().equals("\"") && style == ParameterStyle.QUESTION_MARKS;
        return either ? Kind.NAME_OR_LITERAL : Kind.QUOTED_NAME;
    }

    /** Which value it is, where it says so by a number. By a name it depends on the others. */
    private void parameter(SqlToken token) {
        String text = token.text();
        boolean numbered = text.matches((isPostgres() ? "\\$" : "\\?") + "[1-9][0-9]{0,5}");
        boolean next = text.equals("?");
        understood &= numbered || next;
        int index = next ? parameters : numbered ? Integer.parseInt(text.substring(1)) - 1 : -1;
        parameters = Math.max(parameters, index + 1);
        tokens.add(new StatementToken(Kind.PARAMETER, text, token, index, depth));
    }

    private void add(Kind kind, String text, SqlToken token) {
        tokens.add(new StatementToken(kind, text, token, -1, depth));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
