package dev.unirow.migrate.internal.script;

/**
 * How a dialect writes what may hide a semicolon.
 *
 * @param backslashEscapes a backslash takes the meaning from the quote that follows it, in every string
 * @param nestedComments block comments hold block comments
 * @param dollarQuotes {@code $tag$ … $tag$} and {@code E'…'}
 */
record SqlLexicon(boolean backslashEscapes, boolean nestedComments, boolean dollarQuotes) {
    static SqlLexicon of(String dialect) {
        return switch (dialect) {
            case "postgresql", "cockroachdb" -> new SqlLexicon(false, true, true);
            case "mysql", "mariadb" -> new SqlLexicon(true, false, false);
            default -> new SqlLexicon(false, false, false);
        };
    }
}
