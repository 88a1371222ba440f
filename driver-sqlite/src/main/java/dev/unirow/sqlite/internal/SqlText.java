package dev.unirow.sqlite.internal;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Locale;
import java.util.Set;

/**
 * What must be known of a statement before it runs: whether it writes, and whether it is one statement only. The driver
 * does not tell the first, and runs the first of several statements without a word about the others.
 */
public record SqlText(Kind kind, boolean cacheable) {
    public enum Kind {
        READ,
        WRITE,
        /** Changes the schema, after which prepared statements may describe columns that are gone. */
        SCHEMA,
        /** A pragma that sets something; an explained one, too. */
        PRAGMA,
        /** ATTACH and DETACH, which change the connection, not the database. */
        ATTACHMENT,
        /** BEGIN, COMMIT and ROLLBACK. */
        TRANSACTION,
        SAVEPOINT
    }

    /** Pragmas with an argument that only read. */
    private static final Set<String> READING_PRAGMAS = Set.of(
            "table_info",
            "table_xinfo",
            "table_list",
            "index_info",
            "index_xinfo",
            "index_list",
            "foreign_key_list",
            "foreign_key_check",
            "integrity_check",
            "quick_check",
            "database_list",
            "collation_list",
            "function_list",
            "compile_options");

    /** White space to SQLite. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final Set<String> DML = Set.of("insert", "update", "delete", "replace");

    public boolean changesRows() {
        return kind == Kind.WRITE;
    }

    public static SqlText of(String sql) {
        Surrogates.requirePairs(sql);
        Scanner scanner = new Scanner(sql);
        String first = scanner.word();
        if (first.isEmpty() && !new Scanner(sql).holdsAnything()) {
            throw new IllegalArgumentException("This text holds no SQL statement: '" + sql + "'.");
        }
        Kind kind = switch (first) {
            case "select", "values" -> Kind.READ;
            case "explain" -> scanner.explainsPragma() && !scanner.pragmaReads() ? Kind.PRAGMA : Kind.READ;
            case "with" -> scanner.wordAtTopLevel(DML) ? Kind.WRITE : Kind.READ;
            case "pragma" -> scanner.pragmaReads() ? Kind.READ : Kind.PRAGMA;
            case "begin", "commit", "end" -> Kind.TRANSACTION;
            case "savepoint", "release" -> Kind.SAVEPOINT;
            case "rollback" -> scanner.rollsBackToSavepoint() ? Kind.SAVEPOINT : Kind.TRANSACTION;
            case "insert", "update", "delete", "replace" -> Kind.WRITE;
            case "attach", "detach" -> Kind.ATTACHMENT;
            default -> Kind.SCHEMA;
        };
        // the body of a trigger holds statements of its own
        if (!first.equals("create") && new Scanner(sql).continuesAfterSemicolon()) {
            throw new IllegalArgumentException("This text holds several SQL statements; send them one by one: '"
                    + (sql.length() > 200 ? sql.substring(0, 200) + "…" : sql) + "'.");
        }
        // a star's columns are fixed when the statement is prepared, and another process may add some
        boolean star = sql.replace("(*)", "").indexOf('*') >= 0;
        return new SqlText(kind, !star && !first.equals("pragma") && (kind == Kind.READ || kind == Kind.WRITE));
    }

    /** Walks over SQL, past comments and quoted text. */
    private static final class Scanner {
        private final String sql;
        private int at;

        Scanner(String sql) {
            this.sql = sql;
        }

        String word() {
            while (skipBlank() && (sql.charAt(at) == ';' || sql.charAt(at) == '(')) {
                at++;
            }
            int start = at;
            while (at < sql.length() && (Character.isLetterOrDigit(sql.charAt(at)) || sql.charAt(at) == '_')) {
                at++;
            }
            return sql.substring(start, at).toLowerCase(Locale.ROOT);
        }

        boolean holdsAnything() {
            while (skipBlank()) {
                if (sql.charAt(at) != ';') {
                    return true;
                }
                at++;
            }
            return false;
        }

        boolean rollsBackToSavepoint() {
            String next = word();
            return (next.equals("transaction") ? word() : next).equals("to");
        }

        boolean explainsPragma() {
            String next = word();
            if (next.equals("query")) {
                String plan = word();
                next = plan.equals("plan") ? word() : plan;
            }
            return next.equals("pragma");
        }

        boolean pragmaReads() {
            String name = word();
            skipBlank();
            if (at < sql.length() && sql.charAt(at) == '.') { // a schema comes first
                at++;
                name = word();
            }
            return READING_PRAGMAS.contains(name) || (sql.indexOf('=', at) < 0 && sql.indexOf('(', at) < 0);
        }

        boolean wordAtTopLevel(Set<String> words) {
            int depth = 0;
            while (skipBlank()) {
                char c = sql.charAt(at);
                if (Character.isLetter(c) || c == '_') {
                    String word = word();
                    if (depth == 0 && words.contains(word)) {
                        return true;
                    }
                    if (depth == 0 && (word.equals("select") || word.equals("values"))) {
                        return false;
                    }
                    continue;
                }
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                step();
            }
            return false;
        }

        boolean continuesAfterSemicolon() {
            boolean ended = false;
            boolean started = false;
            while (skipBlank()) {
                boolean semicolon = sql.charAt(at) == ';';
                if (ended && !semicolon) {
                    return true;
                }
                ended |= semicolon && started;
                started |= !semicolon;
                step();
            }
            return false;
        }

        /** Past white space and comments; false at the end. */
        @CanIgnoreReturnValue
        private boolean skipBlank() {
            while (at < sql.length()) {
                if (Character.isWhitespace(sql.charAt(at)) || sql.charAt(at) == BYTE_ORDER_MARK) {
                    at++;
                } else if (sql.startsWith("--", at)) {
                    at = endOf("\n", at + 2);
                } else if (sql.startsWith("/*", at)) {
                    at = endOf("*/", at + 2);
                } else {
                    return true;
                }
            }
            return false;
        }

        /** Past one character, or past one quoted text. */
        private void step() {
            char c = sql.charAt(at);
            at = switch (c) {
                case '\'', '"', '`' -> endOf(String.valueOf(c), at + 1);
                case '[' -> endOf("]", at + 1);
                default -> at + 1;
            };
        }

        private int endOf(String mark, int from) {
            int found = sql.indexOf(mark, from);
            return found < 0 ? sql.length() : found + mark.length();
        }
    }
}
