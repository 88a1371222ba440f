package dev.unirow.schema.lexer;

import dev.unirow.schema.DatabaseKind;

/**
 * How a database writes literals, names, comments and parameters.
 *
 * @see <a href="https://www.sqlite.org/lang_keywords.html">SQLite's quoted names</a>
 * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html">PostgreSQL's lexical structure</a>
 * @see <a href="https://mariadb.com/kb/en/language-structure/">MariaDB's</a>
 */
public enum SqlSyntax {
    SQLITE,
    POSTGRESQL,
    /** Double quotes enclose literals. */
    MARIADB,
    /** Double quotes enclose names. Mappings are written so, and in this mode a server prints its tables so. */
    MARIADB_ANSI_QUOTES;

    /** That of the statements which are sent to it. */
    public static SqlSyntax of(DatabaseKind kind) {
        return switch (kind) {
            case SQLITE -> SQLITE;
            case POSTGRESQL -> POSTGRESQL;
            case MARIADB -> MARIADB;
        };
    }

    boolean isMariaDb() {
        return this == MARIADB || this == MARIADB_ANSI_QUOTES;
    }

    /** Whether {@code x'…'}, with this letter in place of the x, is one literal. */
    boolean isLiteralPrefix(char letter) {
        return switch (letter) {
            case 'x', 'X' -> true;
            case 'b', 'B', 'n', 'N' -> this != SQLITE;
            case 'e', 'E' -> this == POSTGRESQL;
            default -> false;
        };
    }

    /** All that is not ASCII may stand in a name, whatever Unicode calls it. */
    boolean startsName(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || c == '_'
                || c >= '\u0080'
                || (c == '$' && isMariaDb());
    }

    boolean isBlank(char c) {
        return switch (c) {
            case ' ', '\t', '\n', '\r', '\f' -> true;
            case '\u000B' -> isMariaDb(); // to PostgreSQL from 16 on, and to SQLite after another blank
            default -> false;
        };
    }
}
