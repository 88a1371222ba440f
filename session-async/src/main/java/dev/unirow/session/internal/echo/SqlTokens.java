package dev.unirow.session.internal.echo;

import dev.unirow.session.internal.echo.SqlToken.Kind;
import dev.unirow.session.internal.wire.ParameterStyle;
import dev.unirow.session.internal.wire.SqlPieces;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A statement, as it is sent, cut into tokens. */
final class SqlTokens {
    private final String sql;
    private final ParameterStyle style;
    private final List<SqlToken> tokens = new ArrayList<>();
    private boolean understood = true;
    private int parameters;
    private int depth;

    private SqlTokens(String sql, ParameterStyle style) {
        this.sql = sql;
        this.style = style;
    }

    static SqlTokens of(String sql, ParameterStyle style) {
        SqlTokens tokens = new SqlTokens(sql, style);
        SqlPieces pieces = new SqlPieces(sql, style);
        int at = 0;
        while (pieces.next()) {
            String piece = pieces.piece();
            tokens.add(pieces.kind(), piece, at, at + piece.length());
            at += piece.length();
        }
        tokens.understood &= !pieces.isDoubtful() && tokens.depth == 0;
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

    List<SqlToken> all() {
        return tokens;
    }

    int size() {
        return tokens.size();
    }

    SqlToken get(int at) {
        return tokens.get(at);
    }

    // ---- parts

    boolean isMark(int at, String mark) {
        return at >= 0 && at < tokens.size() && tokens.get(at).isMark(mark);
    }

    boolean isOneOf(int at, Set<String> keywords) {
        return at >= 0 && at < tokens.size() && isOneOf(tokens.get(at), keywords);
    }

    static boolean isOneOf(SqlToken token, Set<String> keywords) {
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
        for (SqlToken token : tokens) {
            if (token.isValue()) {
                text.append(sql, copied, token.start()).append('?');
                copied = token.end();
            }
        }
        return copied == 0 ? sql : text.append(sql, copied, sql.length()).toString();
    }

    // ---- cutting

    private void add(SqlPieces.Kind kind, String piece, int start, int end) {
        switch (kind) {
            case BLANK -> {}
            case WORD -> token(Kind.WORD, piece.toLowerCase(Locale.ROOT), start, end);
            case LITERAL -> token(Kind.LITERAL, piece, start, end);
            case QUOTED_NAME -> {
                boolean either = piece.startsWith("\"") && style == ParameterStyle.QUESTION_MARKS;
                token(either ? Kind.NAME_OR_LITERAL : Kind.QUOTED_NAME, unquoted(piece), start, end);
            }
            case NUMBER -> number(piece, start, end);
            case MARK -> mark(piece, start, end);
        }
    }

    /** What is in the quotes, in lower case. */
    static String unquoted(String quoted) {
        String quote = quoted.substring(0, 1);
        String inner = quoted.substring(1, Math.max(1, quoted.length() - 1)).toLowerCase(Locale.ROOT);
        return quote.equals("[") ? inner : inner.replace(quote + quote, quote);
    }

    private void mark(String piece, int start, int end) {
        if (piece.equals("?") && !isPostgres()) {
            parameter(piece, start, end, parameters);
        } else if (piece.length() > 1 && piece.startsWith("$")) {
            parameter(piece, start, end, index(piece));
        } else if (piece.length() > 1 && piece.startsWith(":") && !piece.equals("::")) {
            understood &=
                    style != ParameterStyle.QUESTION_MARKS; // a parameter with a number that depends on the others
            token(Kind.WORD, piece.substring(1).toLowerCase(Locale.ROOT), start, end);
        } else {
            depth -= piece.equals(")") ? 1 : 0;
            understood &= depth >= 0;
            token(Kind.MARK, piece, start, end);
            depth += piece.equals("(") ? 1 : 0;
        }
    }

    /** Those behind SQLite's question mark say which value it is. */
    private void number(String piece, int start, int end) {
        SqlToken before = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
        if (before != null
                && before.end() == start
                && before.kind() == Kind.PARAMETER
                && before.text().equals("?")) {
            tokens.remove(tokens.size() - 1);
            parameter("?" + piece, before.start(), end, index("?" + piece));
        } else {
            token(Kind.NUMBER, piece.toLowerCase(Locale.ROOT), start, end);
        }
    }

    private void parameter(String text, int start, int end, int index) {
        parameters = Math.max(parameters, index + 1);
        tokens.add(new SqlToken(Kind.PARAMETER, text, start, end, index, depth));
    }

    private int index(String parameter) {
        boolean isNumber = parameter.matches(".[1-9][0-9]{0,5}");
        understood &= isNumber;
        return isNumber ? Integer.parseInt(parameter.substring(1)) - 1 : -1;
    }

    private void token(Kind kind, String text, int start, int end) {
        tokens.add(new SqlToken(kind, text, start, end, -1, depth));
    }
}
