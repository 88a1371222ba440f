package dev.unirow.session.internal.echo;

import dev.unirow.session.internal.echo.SqlToken.Kind;
import dev.unirow.session.internal.hr.ParameterStyle;
import dev.unirow.session.internal.hr.SqlPieces;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Cuts a statement, as it is sent, into tokens. */
final class SqlTokens {
    private final boolean backslashes;
    private final boolean numbered;
    private final List<SqlToken> tokens = new ArrayList<>();
    private int parameters;
    private int depth;

    private SqlTokens(ParameterStyle style) {
        backslashes = style == ParameterStyle.QUESTION_MARKS_AND_BACKSLASHES;
        numbered = style == ParameterStyle.NUMBERED;
    }

    static List<SqlToken> of(String sql, ParameterStyle style) {
        SqlTokens tokens = new SqlTokens(style);
        SqlPieces pieces = new SqlPieces(sql, tokens.backslashes);
        int at = 0;
        while (pieces.next()) {
            String piece = pieces.piece();
            tokens.add(piece, at, at + piece.length());
            at += piece.length();
        }
        return List.copyOf(tokens.tokens);
    }

    private void add(String piece, int start, int end) {
        char first = piece.charAt(0);
        if (Character.isWhitespace(first) || piece.startsWith("--") || piece.startsWith("/*")) {
            return;
        }
        if (Character.isDigit(first) || (first == '.' && follows(start, Kind.NUMBER))) {
            number(piece, start, end);
        } else if (piece.endsWith("'") || (first == '$' && end > start + 1) || (first == '"' && backslashes)) {
            token(Kind.LITERAL, piece, start, end);
        } else if (first == '"' || first == '`') {
            String quote = String.valueOf(first);
            String name = piece.substring(1, Math.max(1, piece.length() - 1)).replace(quote + quote, quote);
            token(Kind.QUOTED_NAME, name.toLowerCase(Locale.ROOT), start, end);
        } else if (Character.isJavaIdentifierStart(first) && first != '$') {
            token(Kind.WORD, piece.toLowerCase(Locale.ROOT), start, end);
        } else if (first == ':' && end > start + 1 && piece.charAt(1) != ':') {
            token(Kind.WORD, piece.substring(1).toLowerCase(Locale.ROOT), start, end);
        } else if (piece.equals("?") && !numbered) {
            tokens.add(new SqlToken(Kind.PARAMETER, piece, start, end, parameters++, depth));
        } else {
            mark(piece, start, end);
        }
    }

    private void mark(String piece, int start, int end) {
        if (piece.equals(")")) {
            depth--;
        }
        token(Kind.MARK, piece, start, end);
        if (piece.equals("(")) {
            depth++;
        }
    }

    /** Digits come one by one; those behind a dollar are a parameter's. */
    private void number(String piece, int start, int end) {
        SqlToken before = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
        if (before == null || before.end() != start) {
            token(Kind.NUMBER, piece, start, end);
            return;
        }
        String together = before.text() + piece;
        if (before.kind() == Kind.NUMBER) {
            replaceLast(new SqlToken(Kind.NUMBER, together, before.start(), end, -1, depth));
        } else if (numbered && (before.isMark("$") || before.kind() == Kind.PARAMETER)) {
            replaceLast(new SqlToken(Kind.PARAMETER, together, before.start(), end, index(together), depth));
        } else {
            token(Kind.NUMBER, piece, start, end);
        }
    }

    private static int index(String parameter) {
        return parameter.length() > 7 ? -1 : Integer.parseInt(parameter.substring(1)) - 1;
    }

    private void replaceLast(SqlToken token) {
        tokens.set(tokens.size() - 1, token);
    }

    private boolean follows(int start, Kind kind) {
        return !tokens.isEmpty()
                && tokens.get(tokens.size() - 1).kind() == kind
                && tokens.get(tokens.size() - 1).end() == start;
    }

    private void token(Kind kind, String text, int start, int end) {
        if (kind == Kind.LITERAL && follows(start, Kind.LITERAL)) { // 'it''s'
            SqlToken before = tokens.get(tokens.size() - 1);
            replaceLast(new SqlToken(kind, before.text() + text, before.start(), end, -1, depth));
            return;
        }
        tokens.add(new SqlToken(kind, text, start, end, -1, depth));
    }

    /** The statement with {@code ?} for each literal, and blanks and comments as they are. */
    static String withoutLiterals(String sql, ParameterStyle style) {
        StringBuilder text = new StringBuilder();
        int copied = 0;
        for (SqlToken token : of(sql, style)) {
            if (token.isValue()) {
                text.append(sql, copied, token.start()).append('?');
                copied = token.end();
            }
        }
        return copied == 0 ? sql : text.append(sql, copied, sql.length()).toString();
    }

    static boolean isOneOf(SqlToken token, Set<String> keywords) {
        return token.kind() == Kind.WORD && keywords.contains(token.text());
    }
}
