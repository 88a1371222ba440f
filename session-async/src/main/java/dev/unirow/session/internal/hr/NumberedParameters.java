package dev.unirow.session.internal.hr;

/**
 * Replaces each {@code ?} of a statement by {@code $1}, {@code $2} and so on; not in literals, quoted names, dollar quotes and
 * comments.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html">PostgreSQL's lexical structure</a>
 */
final class NumberedParameters {
    private final String sql;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private int count;

    NumberedParameters(String sql) {
        this.sql = sql;
    }

    String rewrite() {
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (c == '\'' || c == '"') {
                copyUntil(sql.indexOf(c, at + 1), 1);
            } else if (sql.startsWith("--", at)) {
                copyUntil(sql.indexOf('\n', at), 1);
            } else if (sql.startsWith("/*", at)) {
                copyUntil(sql.indexOf("*/", at + 2), 2);
            } else if (c == '$') {
                copyDollar();
            } else if (sql.startsWith("??", at)) {
                out.append('?');
                at += 2;
            } else if (c == '?') {
                out.append('$').append(++count);
                at++;
            } else {
                out.append(c);
                at++;
            }
        }
        return out.toString();
    }

    /** A doubled quote ends one literal and begins the next, which comes to the same. */
    private void copyUntil(int end, int length) {
        int next = end < 0 ? sql.length() : end + length;
        out.append(sql, at, next);
        at = next;
    }

    private void copyDollar() {
        int tagEnd = sql.indexOf('$', at + 1);
        String tag = tagEnd < 0 ? "" : sql.substring(at, tagEnd + 1);
        if (tag.matches("\\$([A-Za-z_][A-Za-z0-9_]*)?\\$")) {
            copyUntil(sql.indexOf(tag, tagEnd + 1), tag.length());
        } else {
            out.append('$');
            at++;
        }
    }
}
