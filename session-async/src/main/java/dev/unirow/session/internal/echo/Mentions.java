package dev.unirow.session.internal.echo;

import dev.unirow.session.internal.echo.StatementToken.Kind;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Whether a part of a statement mentions a private column: by its name, by another one that it was given, or with its
 * row.
 */
final class Mentions {
    private static final Set<String> BEFORE_STAR = Set.of("select", "distinct", "all", "returning");
    private static final Set<String> BEFORE_TABLE = Set.of("only", "as", "of");
    private static final Set<String> CLAUSES = Set.of(
            "select",
            "from",
            "where",
            "on",
            "having",
            "set",
            "by",
            "returning",
            "values",
            "using",
            "update",
            "into",
            "join");
    private static final Set<String> OF_TABLES = Set.of("from", "join", "into", "update", "using");
    private static final Set<String> AFTER_TABLE = Set.of(
            "where",
            "join",
            "left",
            "right",
            "inner",
            "full",
            "cross",
            "natural",
            "on",
            "using",
            "set",
            "order",
            "group",
            "having",
            "limit",
            "offset",
            "fetch",
            "for",
            "union",
            "intersect",
            "except",
            "values",
            "default",
            "returning",
            "window",
            "tablesample",
            "overriding",
            "select",
            "when",
            "add",
            "drop",
            "alter",
            "rename",
            "is");

    private final StatementTokens tokens;
    private final Set<String> names;
    private final Set<String> rows = new HashSet<>();

    /**
     * @param tables those that have private columns
     * @param names the private columns of the tables that the statement names
     */
    Mentions(StatementTokens tokens, Set<String> tables, Set<String> names) {
        this.tokens = tokens;
        this.names = new HashSet<>(names);
        for (int i = 0; tokens.isPostgres() && i < tokens.size(); i++) {
            if (tokens.get(i).isName() && tables.contains(tokens.get(i).text())) {
                rows.add(tokens.get(i).text());
                int alias = alias(i + 1);
                if (alias >= 0) {
                    rows.add(tokens.get(alias).text());
                }
            }
        }
    }

    /** Where the other name of a table stands, with or without {@code as}; -1 where it has none. */
    private int alias(int after) {
        int at = tokens.isMark(after, "*") ? after + 1 : after;
        at = tokens.isOneOf(at, Set.of("as")) ? at + 1 : at;
        return at < tokens.size() && tokens.get(at).isName() && !tokens.isOneOf(at, AFTER_TABLE) ? at : -1;
    }

    /** The names that stand for private columns. */
    Set<String> names() {
        return names;
    }

    /** From here on this name stands for a private column too. */
    void add(String name) {
        names.add(name);
    }

    /** Whether something in this part is, or may contain, a private column. */
    boolean in(int from, int to) {
        for (int i = from; i < to; i++) {
            if (at(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean at(int i) {
        StatementToken token = tokens.get(i);
        return switch (token.kind()) {
            case WORD, QUOTED_NAME, NAME_OR_LITERAL, NUMBER -> names.contains(token.text()) || isRow(i) || isTable(i);
            case LITERAL -> {
                String text = token.text().toLowerCase(Locale.ROOT);
                yield names.stream().anyMatch(text::contains);
            }
            case PARAMETER -> false;
            case MARK -> isStar(i);
        };
    }

    /** {@code select *} and {@code x.*}, but no product. */
    boolean isStar(int at) {
        return tokens.isMark(at, "*")
                && (tokens.isMark(at - 1, ",") || tokens.isMark(at - 1, ".") || tokens.isOneOf(at - 1, BEFORE_STAR));
    }

    /** {@code table hero}, which reads all columns. */
    private boolean isTable(int at) {
        return tokens.get(at).is("table")
                && at + 1 < tokens.size()
                && tokens.get(at + 1).isName();
    }

    /** {@code row(…)}, or the name of a table or of its rows, where it stands for a whole row. */
    private boolean isRow(int at) {
        if (tokens.get(at).is("row") && tokens.isMark(at + 1, "(")) {
            return true;
        }
        if (!rows.contains(tokens.get(at).text())
                || tokens.isMark(at + 1, ".")
                || tokens.isMark(at - 1, ".")
                || tokens.isOneOf(at - 1, BEFORE_TABLE)) {
            return false;
        }
        return !isAmongTables(at);
    }

    private boolean isAmongTables(int at) {
        int depth = tokens.get(at).depth();
        for (int i = at - 1; i >= 0; i--) {
            if (tokens.get(i).depth() < depth) { // the parenthesis around it
                return tokens.isOneOf(i - 1, OF_TABLES);
            }
            if (tokens.get(i).depth() == depth && tokens.isOneOf(i, CLAUSES) && !isOfExpression(i)) {
                return tokens.isOneOf(i, OF_TABLES);
            }
        }
        return false;
    }

    /** {@code is distinct from}, {@code trim(x from y)}. */
    private boolean isOfExpression(int from) {
        if (!tokens.get(from).is("from")) {
            return false;
        }
        int depth = tokens.get(from).depth();
        boolean queries = false;
        for (int i = from - 1; i >= 0 && tokens.get(i).depth() >= depth; i--) {
            queries |= tokens.get(i).depth() == depth
                    && (tokens.get(i).is("select") || tokens.get(i).is("delete"));
        }
        return !queries || tokens.isOneOf(from - 1, Set.of("distinct"));
    }

    /**
     * Whether the columns of a table with private ones are given other names behind it, as in {@code hero as h(a, b)}
     * or {@code (hero cross join team) as x(a, b)}.
     */
    boolean areRenamed() {
        for (int i = 0; tokens.isPostgres() && i < tokens.size(); i++) {
            StatementToken token = tokens.get(i);
            boolean table = token.isName() && rows.contains(token.text()) && !tokens.isOneOf(i - 1, Set.of("into"));
            boolean joined = token.isMark(")") && tokens.isOneOf(i + 1, Set.of("as"));
            int alias = table || joined ? alias(i + 1) : -1;
            if (alias >= 0 && tokens.isMark(alias + 1, "(") && tokens.get(alias).kind() != Kind.NUMBER) {
                return true;
            }
        }
        return false;
    }
}
