package dev.unirow.schema.internal.sql;

/**
 * A token of SQL.
 *
 * @param text as written, quotes included
 * @param start where it begins in the statement
 */
public record SqlToken(Kind kind, String text, int start) {
    public enum Kind {
        WORD,
        QUOTED_NAME,
        STRING,
        NUMBER,
        SYMBOL
    }

    public int end() {
        return start + text.length();
    }

    /** Whether it is this bare word, in whatever case; a quoted name is never a keyword. */
    public boolean is(String word) {
        return switch (kind) {
            case WORD -> text.equalsIgnoreCase(word);
            case SYMBOL -> text.equals(word);
            default -> false;
        };
    }

    /** The name that it writes, without quotes. */
    public String name() {
        // SQLite takes a string for a name where only a name can stand
        if (kind != Kind.QUOTED_NAME && kind != Kind.STRING) {
            return text;
        }
        char quote = text.charAt(0);
        String inner = text.substring(1, text.length() - 1);
        return quote == '[' ? inner : inner.replace("" + quote + quote, "" + quote);
    }
}
