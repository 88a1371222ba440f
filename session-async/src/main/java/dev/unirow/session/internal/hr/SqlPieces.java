package dev.unirow.session.internal.hr;

/**
 * Cuts SQL into pieces: literals, quoted names, dollar quotes and comments whole, then {@code ?}, {@code ??}, {@code :name},
 * {@code ::}, {@code \:}, words, and everything else character by character.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html">PostgreSQL's lexical structure</a>
 */
public final class SqlPieces {
    private final String sql;
    private final boolean backslashes;
    private int start;
    private int at;

    /**
     * @param backslashes whether a backslash in any literal hides the character after it, as MariaDB has it; elsewhere it does so in
     *     {@code E'…'} alone
     */
    public SqlPieces(String sql, boolean backslashes) {
        this.sql = sql;
        this.backslashes = backslashes;
    }

    /** Goes to the next piece; false at the end. */
    public boolean next() {
        start = at;
        if (at >= sql.length()) {
            return false;
        }
        at = end();
        return true;
    }

    public String piece() {
        return sql.substring(start, at);
    }

    boolean digitFollows() {
        return at < sql.length() && Character.isDigit(sql.charAt(at));
    }

    private int end() {
        char c = sql.charAt(at);
        if (Character.isJavaIdentifierStart(c) && c != '$') {
            return endOfWord();
        }
        return switch (c) {
            case '\'', '"', '`' -> endOfQuoted(at, backslashes && c != '`');
            case '-' -> startsWith("--") ? endOf("\n", at + 2) : at + 1;
            case '/' -> startsWith("/*") ? endOfComment() : at + 1;
            case '$' -> endOfDollar();
            case '?' -> startsWith("??") ? at + 2 : at + 1;
            case '\\' -> startsWith("\\:") ? at + 2 : at + 1;
            case ':' -> startsWith("::") ? at + 2 : endOfName(at + 1);
            default -> at + 1;
        };
    }

    private boolean startsWith(String mark) {
        return sql.startsWith(mark, at);
    }

    /** A word, with the literal that an E before it gives another syntax. A dollar inside is a part of it. */
    private int endOfWord() {
        int end = endOfName(at);
        boolean escapes = end == at + 1 && (sql.charAt(at) == 'e' || sql.charAt(at) == 'E');
        return escapes && end < sql.length() && sql.charAt(end) == '\'' ? endOfQuoted(end, true) : end;
    }

    private int endOfName(int from) {
        int end = from;
        while (end < sql.length()
                && (end == from
                        ? Character.isJavaIdentifierStart(sql.charAt(end)) && sql.charAt(end) != '$'
                        : Character.isJavaIdentifierPart(sql.charAt(end)))) {
            end++;
        }
        return end;
    }

    /** A doubled quote ends one literal and begins the next, which comes to the same. */
    private int endOfQuoted(int from, boolean escapes) {
        char quote = sql.charAt(from);
        for (int i = from + 1; i < sql.length(); i++) {
            if (escapes && sql.charAt(i) == '\\') {
                i++;
            } else if (sql.charAt(i) == quote) {
                return i + 1;
            }
        }
        return sql.length();
    }

    private int endOfComment() {
        return endOf("*/", at + 2);
    }

    private int endOfDollar() {
        int tagEnd = sql.indexOf('$', at + 1);
        String tag = tagEnd < 0 ? "" : sql.substring(at, tagEnd + 1);
        return tag.matches("\\$([A-Za-z_][A-Za-z0-9_]*)?\\$") ? endOf(tag, tagEnd + 1) : at + 1;
    }

    private int endOf(String mark, int from) {
        int found = sql.indexOf(mark, from);
        return found < 0 ? sql.length() : found + mark.length();
    }
}
