package dev.unirow.schema.lexer;

/**
 * A token of SQL. The tokens of a text, one after the other, are the text.
 *
 * @param text as written, quotes included
 * @param start where it begins in the statement
 */
public record SqlToken(Kind kind, String text, int start, Reading reading) {
    /** What a token is. */
    public enum Kind {
        BLANK,
        COMMENT,
        WORD,
        /** SQLite takes one in double quotes for a literal where there is no such column. */
        QUOTED_NAME,
        /** In quotes, with the letter before them that belongs to it. */
        LITERAL,
        NUMBER,
        /** {@code ?}, {@code ?1}, {@code $1}, {@code :name} and the like, where they are parameters. */
        PARAMETER,
        SYMBOL
    }

    /** How sure it is that the database reads it so. */
    public enum Reading {
        CERTAIN,
        /** It depends on a setting or a version of the database, or is not part of its language. */
        DOUBTFUL,
        /** A quote or a comment that does not end; the token is all that follows. */
        UNENDED
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

    /**
     * What stands between the quotes, and a doubled quote once; escapes stay as they are written. The text itself where
     * there are no quotes.
     */
    public String unquoted() {
        if (kind != Kind.QUOTED_NAME && kind != Kind.LITERAL) {
            return text;
        }
        String quote = quote();
        int from = text.indexOf(quote) + quote.length();
        int to = reading == Reading.UNENDED ? text.length() : text.length() - quote.length();
        String inner = text.substring(from, Math.max(from, to));
        return quote.equals("[") || quote.startsWith("$") ? inner : inner.replace(quote + quote, quote);
    }

    /** What opens it: a quote, or PostgreSQL's {@code $tag$}; empty where nothing does. */
    public String quote() {
        if (kind != Kind.QUOTED_NAME && kind != Kind.LITERAL) {
            return "";
        }
        if (text.startsWith("$")) {
            return text.substring(0, text.indexOf('$', 1) + 1);
        }
        int open = 0;
        while ("'\"`[".indexOf(text.charAt(open)) < 0) {
            open++;
        }
        return text.substring(open, open + 1);
    }
}
