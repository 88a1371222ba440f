package dev.unirow.schema.lexer;

import dev.unirow.schema.lexer.SqlToken.Kind;
import dev.unirow.schema.lexer.SqlToken.Reading;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts SQL into tokens as its database does, so that all who read SQL agree on where a literal, a name or a comment
 * ends. It knows no grammar, and refuses nothing: what does not end, or may be read in another way, says so.
 */
public final class SqlLexer {
    /** The longer ones first. None has a question mark in it, which may be a parameter. */
    private static final List<String> LONG_SYMBOLS =
            List.of("->>", "!~~", "::", "||", "<=", ">=", "<>", "!=", "==", "->", "~~", "!~", "~*");

    private final String sql;
    private final SqlSyntax syntax;
    private final Scan scan;
    private final boolean written;
    private final boolean holdsNul;
    private final List<SqlToken> tokens = new ArrayList<>();
    private Kind kind = Kind.SYMBOL;
    private Reading reading = Reading.CERTAIN;
    private int at;

    private SqlLexer(String sql, SqlSyntax syntax, boolean written) {
        this.sql = sql;
        this.syntax = syntax;
        this.scan = new Scan(sql, syntax);
        this.written = written;
        this.holdsNul = sql.indexOf('\0') >= 0;
    }

    /** Of a statement, or several, as the database gets them. */
    public static List<SqlToken> sent(String sql, SqlSyntax syntax) {
        return new SqlLexer(sql, syntax, false).all();
    }

    /**
     * Of a statement as it is written for any database: {@code ?} and {@code :name} are parameters, {@code ??} stands
     * for a question mark and {@code \:} for a colon.
     */
    public static List<SqlToken> written(String sql, SqlSyntax syntax) {
        return new SqlLexer(sql, syntax, true).all();
    }

    private List<SqlToken> all() {
        while (at < sql.length()) {
            reading = Reading.CERTAIN;
            int found = end();
            int end = found == Scan.NONE ? sql.length() : found;
            String text = sql.substring(at, end);
            if (found == Scan.NONE) {
                reading = Reading.UNENDED;
            } else if (holdsNul && text.indexOf('\0') >= 0) {
                reading = Reading.DOUBTFUL;
            }
            tokens.add(new SqlToken(kind, text, at, reading));
            at = end;
        }
        return List.copyOf(tokens);
    }

    private int end() {
        char c = sql.charAt(at);
        if (c == '\uFEFF') { // a blank or a part of a name
            reading = Reading.DOUBTFUL;
            return syntax == SqlSyntax.SQLITE ? as(Kind.BLANK, at + 1) : word();
        }
        if (scan.startsName(at)) {
            return word();
        }
        if (scan.isDigit(at) || (c == '.' && scan.isDigit(at + 1) && !followsName())) {
            return number();
        }
        if (c <= ' ') {
            return blank();
        }
        return switch (c) {
            case '\'' -> literal(at, syntax.isMariaDb());
            case '"' ->
                syntax == SqlSyntax.MARIADB
                        ? as(Kind.LITERAL, scan.endOfQuoted(at, true))
                        : as(Kind.QUOTED_NAME, scan.endOfQuoted(at, false));
            case '`' -> syntax == SqlSyntax.POSTGRESQL ? doubt() : as(Kind.QUOTED_NAME, scan.endOfQuoted(at, false));
            case '[' -> syntax == SqlSyntax.SQLITE ? as(Kind.QUOTED_NAME, scan.endOf("]", at + 1)) : symbol();
            case '-' -> startsLineComment() ? as(Kind.COMMENT, scan.endOfLine(at)) : symbol();
            case '/' -> sql.startsWith("/*", at) ? comment() : symbol();
            case '#' -> syntax.isMariaDb() ? as(Kind.COMMENT, scan.endOfLine(at)) : sign();
            case '$' -> syntax == SqlSyntax.POSTGRESQL ? dollar() : sign();
            case '@' -> sign();
            case '?' -> questionMark();
            case ':' -> colon();
            case '\\' -> written && sql.startsWith("\\:", at) ? as(Kind.SYMBOL, at + 2) : doubt();
            case '\u007F' -> doubt();
            default -> symbol();
        };
    }

    private int as(Kind found, int end) {
        kind = found;
        return end;
    }

    private int doubt() {
        reading = Reading.DOUBTFUL;
        return as(Kind.SYMBOL, at + 1);
    }

    private int symbol() {
        for (String symbol : LONG_SYMBOLS) {
            if (sql.startsWith(symbol, at)) {
                return as(Kind.SYMBOL, at + symbol.length());
            }
        }
        return as(Kind.SYMBOL, at + 1);
    }

    private int blank() {
        int end = at;
        while (end < sql.length() && syntax.isBlank(sql.charAt(end))) {
            end++;
        }
        if (end > at) {
            return as(Kind.BLANK, end);
        }
        reading = Reading.DOUBTFUL;
        return as(Character.isWhitespace(sql.charAt(at)) ? Kind.BLANK : Kind.SYMBOL, at + 1);
    }

    /** Whether what is before the dot is what the name after it belongs to. */
    private boolean followsName() {
        Kind before =
                tokens.isEmpty() ? Kind.BLANK : tokens.get(tokens.size() - 1).kind();
        return before == Kind.WORD || before == Kind.QUOTED_NAME;
    }

    /** A word, or the literal whose syntax it tells. */
    private int word() {
        int end = scan.endOfName(at);
        char first = sql.charAt(at);
        if (end > at + 1) {
            return as(Kind.WORD, end);
        }
        if (scan.isAt(end, '\'') && syntax.isLiteralPrefix(first)) {
            boolean escapes = Character.toLowerCase(first) == 'e';
            return escapes ? escaped(end) : literal(end, syntax.isMariaDb());
        }
        boolean codes = syntax == SqlSyntax.POSTGRESQL
                && Character.toLowerCase(first) == 'u'
                && scan.isAt(end, '&')
                && scan.isOneOf(end + 1, "'\"");
        if (!codes) {
            return as(Kind.WORD, end);
        }
        reading = Reading.DOUBTFUL; // what it says is not what stands there
        return as(scan.isAt(end + 1, '"') ? Kind.QUOTED_NAME : Kind.LITERAL, scan.endOfQuoted(end + 1, false));
    }

    /** PostgreSQL's, with backslashes, and with what continues it. */
    private int escaped(int open) {
        int end = scan.endOfQuoted(open, true);
        int next = end == Scan.NONE ? Scan.NONE : scan.continuation(end);
        while (next != Scan.NONE) {
            reading = Reading.DOUBTFUL;
            end = scan.endOfQuoted(next, true);
            next = end == Scan.NONE ? Scan.NONE : scan.continuation(end);
        }
        return as(Kind.LITERAL, end);
    }

    /** A backslash in it means something on MariaDB, and on PostgreSQL by a setting. */
    private int literal(int open, boolean escapes) {
        int end = scan.endOfQuoted(open, escapes);
        if (syntax == SqlSyntax.POSTGRESQL && end != scan.endOfQuoted(open, true)) {
            reading = Reading.DOUBTFUL;
        }
        return as(Kind.LITERAL, end);
    }

    /** Letters belong to it, and on MariaDB it may turn out to be a name. */
    private int number() {
        int end = scan.endOfAlphanumeric(at);
        if (scan.isAt(end, '.') && consistsOf("0123456789_", at, end)) {
            end = scan.endOfAlphanumeric(end + 1);
        }
        boolean exponent = scan.isOneOf(end - 1, "eE") && end - 1 > at && consistsOf("0123456789_.", at, end - 1);
        if (exponent && scan.isOneOf(end, "+-") && scan.isDigit(end + 1)) {
            end = scan.endOfAlphanumeric(end + 1);
        }
        if (scan.isAt(end, '\'')) {
            reading = Reading.DOUBTFUL;
        }
        return as(Kind.NUMBER, end);
    }

    private boolean consistsOf(String characters, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!scan.isOneOf(i, characters)) {
                return false;
            }
        }
        return true;
    }

    private boolean startsLineComment() {
        if (!sql.startsWith("--", at)) {
            return false;
        }
        boolean end = at + 2 >= sql.length();
        return !syntax.isMariaDb() || end || sql.charAt(at + 2) <= ' ' || sql.charAt(at + 2) == '\u007F';
    }

    /** MariaDB runs what some of its own hold. */
    private int comment() {
        boolean runs = sql.startsWith("!", at + 2) || sql.regionMatches(true, at + 2, "m!", 0, 2);
        if (syntax.isMariaDb() && runs) {
            reading = Reading.DOUBTFUL;
        }
        return as(Kind.COMMENT, scan.endOfComment(at));
    }

    /** {@code $1}, or {@code $tag$…$tag$}. */
    private int dollar() {
        if (scan.isDigit(at + 1)) {
            return as(Kind.PARAMETER, scan.endOfDigits(at + 1));
        }
        int tag = scan.endOfTag(at + 1);
        return scan.isAt(tag, '$') ? as(Kind.LITERAL, scan.endOf(sql.substring(at, tag + 1), tag + 1)) : doubt();
    }

    private int questionMark() {
        if (written && sql.startsWith("??", at)) {
            return as(Kind.SYMBOL, at + 2);
        }
        if (syntax == SqlSyntax.SQLITE) {
            return as(Kind.PARAMETER, scan.endOfDigits(at + 1));
        }
        return syntax.isMariaDb() || written ? as(Kind.PARAMETER, at + 1) : as(Kind.SYMBOL, at + 1);
    }

    private int colon() {
        if (sql.startsWith("::", at)) {
            return as(Kind.SYMBOL, at + 2);
        }
        int end = written ? scan.endOfParameterName(at + 1) : Scan.NONE;
        return end == Scan.NONE ? sign() : as(Kind.PARAMETER, end);
    }

    /** What begins a parameter on SQLite, and is an operator or a part of one on the others. */
    private int sign() {
        if (syntax != SqlSyntax.SQLITE) {
            return symbol();
        }
        int end = scan.endOfVariable(at);
        return end == Scan.NONE ? doubt() : as(Kind.PARAMETER, end);
    }
}
