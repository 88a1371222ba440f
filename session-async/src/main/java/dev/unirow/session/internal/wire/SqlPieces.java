package dev.unirow.session.internal.wire;

/**
 * Cuts SQL into pieces, as its database reads it: literals, quoted names, dollar quotes, comments, words and numbers
 * whole, then {@code ?}, {@code ??}, {@code $1}, {@code :name}, {@code ::}, {@code \:}, and everything else character
 * by character.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html">PostgreSQL's lexical structure</a>
 * @see <a href="https://mariadb.com/kb/en/language-structure/">MariaDB's</a>
 * @see <a href="https://www.sqlite.org/lang_keywords.html">SQLite's quoted names</a>
 */
public final class SqlPieces {
    /** What a piece is. */
    public enum Kind {
        /** Blanks and comments. */
        BLANK,
        WORD,
        QUOTED_NAME,
        LITERAL,
        NUMBER,
        MARK
    }

    private static final int REST = Integer.MAX_VALUE;

    private final String sql;
    private final boolean postgres;
    private final boolean mariaDb;
    private final boolean sqlite;
    private Kind kind = Kind.MARK;
    private boolean doubtful;
    private int start;
    private int at;

    /** @param style of the database whose language it is */
    public SqlPieces(String sql, ParameterStyle style) {
        this.sql = sql;
        this.postgres = style == ParameterStyle.NUMBERED;
        this.mariaDb = style == ParameterStyle.QUESTION_MARKS_AND_BACKSLASHES;
        this.sqlite = style == ParameterStyle.QUESTION_MARKS;
        this.doubtful = sql.indexOf('\0') >= 0;
    }

    /** Goes to the next piece; false at the end. */
    public boolean next() {
        start = at;
        if (at >= sql.length()) {
            return false;
        }
        int end = end();
        doubtful |= end == REST;
        at = Math.min(end, sql.length());
        return true;
    }

    public String piece() {
        return sql.substring(start, at);
    }

    public Kind kind() {
        return kind;
    }

    /**
     * Whether the database may have cut what was read so far in another way: something does not end, or depends on a
     * setting, or is no part of the language.
     */
    public boolean isDoubtful() {
        return doubtful;
    }

    boolean digitFollows() {
        return isDigit(at);
    }

    private int end() {
        char c = sql.charAt(at);
        if (isNameStart(c)) {
            return endOfWord();
        }
        if (isDigit(at)) {
            return endOfNumber();
        }
        return switch (c) {
            case ' ', '\t', '\n', '\r', '\f' -> as(Kind.BLANK, at + 1);
            case '\'' -> as(Kind.LITERAL, endOfLiteral());
            case '"' -> as(mariaDb ? Kind.LITERAL : Kind.QUOTED_NAME, endOfQuoted(at, mariaDb));
            case '`' -> postgres ? doubt(at + 1) : as(Kind.QUOTED_NAME, endOfQuoted(at, false));
            case '[' -> sqlite ? as(Kind.QUOTED_NAME, endOf("]", at + 1)) : mark(at + 1);
            case '-' -> isLineComment() ? as(Kind.BLANK, endOfLine(at + 2)) : mark(at + 1);
            case '#' -> mariaDb ? as(Kind.BLANK, endOfLine(at + 1)) : sqlite ? doubt(at + 1) : mark(at + 1);
            case '/' -> startsWith("/*") ? as(Kind.BLANK, endOfComment()) : mark(at + 1);
            case '$' -> postgres ? endOfDollar() : doubt(at + 1);
            case '@' -> sqlite ? doubt(at + 1) : mark(at + 1);
            case '?' -> mark(startsWith("??") ? at + 2 : at + 1);
            case '\\' -> startsWith("\\:") ? mark(at + 2) : doubt(at + 1);
            case ':' -> mark(startsWith("::") ? at + 2 : endOfParameter());
            default -> c < ' ' || c == '\u007F' ? doubt(at + 1) : mark(at + 1);
        };
    }

    private int as(Kind found, int end) {
        kind = found;
        return end;
    }

    private int mark(int end) {
        return as(Kind.MARK, end);
    }

    private int doubt(int end) {
        doubtful = true;
        return mark(end);
    }

    private boolean startsWith(String text) {
        return sql.startsWith(text, at);
    }

    private boolean isAt(int place, char c) {
        return place < sql.length() && sql.charAt(place) == c;
    }

    private boolean isDigit(int place) {
        return place < sql.length() && sql.charAt(place) >= '0' && sql.charAt(place) <= '9';
    }

    /** All that is not ASCII may stand in a name, blanks too. */
    private boolean isNameStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= '\u0080' || (mariaDb && c == '$');
    }

    private int endOfName(int from, boolean dollars) {
        int end = from;
        while (end < sql.length()
                && (isNameStart(sql.charAt(end)) || (end > from && isDigit(end)) || (dollars && isAt(end, '$')))) {
            end++;
        }
        return end;
    }

    /** A word, with the literal that an E before it gives another syntax on PostgreSQL. */
    private int endOfWord() {
        doubtful |= isAt(at, '\uFEFF'); // a blank or a part of a name
        int end = endOfName(at, true);
        if (!postgres || end > at + 1) {
            return as(Kind.WORD, end);
        }
        char only = Character.toLowerCase(sql.charAt(at));
        if (only == 'e' && isAt(end, '\'')) {
            int literal = endOfQuoted(end, true);
            doubtful |= goesOn(literal);
            return as(Kind.LITERAL, literal);
        }
        boolean codes = only == 'u' && isAt(end, '&') && (isAt(end + 1, '\'') || isAt(end + 1, '"'));
        doubtful |= codes; // what it says is not what stands there
        return as(Kind.WORD, end);
    }

    /** Whether a literal is continued on a line further down, where it keeps its syntax. */
    private boolean goesOn(int from) {
        int next = from;
        while (next < sql.length()) {
            if (sql.startsWith("--", next)) {
                while (next < sql.length() && !isAt(next, '\n') && !isAt(next, '\r')) {
                    next++;
                }
            } else if (Character.isWhitespace(sql.charAt(next))) {
                next++;
            } else {
                return next > from && isAt(next, '\'');
            }
        }
        return false;
    }

    /** Letters belong to it: 0x1F, 1e5, 1_000; and on MariaDB it may turn out to be a name. */
    private int endOfNumber() {
        int end = at + 1;
        boolean digits = true;
        while (end < sql.length() && (isDigit(end) || isNameStart(sql.charAt(end)))) {
            digits &= isDigit(end) || isAt(end, '_');
            end++;
        }
        if (digits && isAt(end, '.')) {
            end++;
            while (end < sql.length() && (isDigit(end) || isNameStart(sql.charAt(end)))) {
                end++;
            }
        }
        doubtful |= isAt(end, '\'');
        return as(Kind.NUMBER, end);
    }

    private int endOfParameter() {
        int end = at + 1;
        while (end < sql.length()
                && (end == at + 1
                        ? Character.isJavaIdentifierStart(sql.charAt(end)) && sql.charAt(end) != '$'
                        : Character.isJavaIdentifierPart(sql.charAt(end)))) {
            end++;
        }
        return end;
    }

    /** A backslash in it means something on MariaDB, and on PostgreSQL by a setting. */
    private int endOfLiteral() {
        int end = endOfQuoted(at, mariaDb);
        doubtful |= postgres && end != endOfQuoted(at, true);
        return end;
    }

    /** A doubled quote stands for one. */
    private int endOfQuoted(int from, boolean escapes) {
        char quote = sql.charAt(from);
        for (int i = from + 1; i < sql.length(); i++) {
            if (escapes && sql.charAt(i) == '\\') {
                i++;
            } else if (sql.charAt(i) == quote) {
                if (!isAt(i + 1, quote)) {
                    return i + 1;
                }
                i++;
            }
        }
        return REST;
    }

    private boolean isLineComment() {
        return startsWith("--") && (!mariaDb || at + 2 >= sql.length() || sql.charAt(at + 2) <= ' ');
    }

    private int endOfLine(int from) {
        int end = from;
        while (end < sql.length() && !isAt(end, '\n') && !(postgres && isAt(end, '\r'))) {
            end++;
        }
        return Math.min(end + 1, sql.length());
    }

    /** PostgreSQL's may hold others, and MariaDB runs what some of its own hold. */
    private int endOfComment() {
        doubtful |= mariaDb && (startsWith("/*!") || startsWith("/*M!") || startsWith("/*m!"));
        if (!postgres) {
            return endOf("*/", at + 2);
        }
        int depth = 1;
        int end = at + 2;
        while (depth > 0 && end < sql.length()) {
            boolean opens = sql.startsWith("/*", end);
            boolean closes = sql.startsWith("*/", end);
            depth += opens ? 1 : closes ? -1 : 0;
            end += opens || closes ? 2 : 1;
        }
        return depth > 0 ? REST : end;
    }

    /** {@code $1}, or {@code $tag$…$tag$}. */
    private int endOfDollar() {
        if (isDigit(at + 1)) {
            int end = at + 1;
            while (isDigit(end)) {
                end++;
            }
            return mark(end);
        }
        int tagEnd = endOfName(at + 1, false);
        return isAt(tagEnd, '$') ? as(Kind.LITERAL, endOf(sql.substring(at, tagEnd + 1), tagEnd + 1)) : doubt(at + 1);
    }

    private int endOf(String mark, int from) {
        int found = sql.indexOf(mark, from);
        return found < 0 ? REST : found + mark.length();
    }
}
