package dev.unirow.session.internal.echo;

import dev.unirow.session.internal.echo.SqlToken.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what of a statement belongs to private columns. It errs on the side of hiding: what it is not sure of counts as private,
 * as soon as the statement names a table that has private columns. A value is sure not to be private where it is put into, or
 * compared in a part of the statement that names only, columns that are not.
 */
final class PrivacyReader {
    private static final Set<String> DEFINITIONS =
            Set.of("create", "alter", "drop", "comment", "truncate", "grant", "revoke", "analyze", "vacuum", "reindex");
    private static final Set<String> COMBINING = Set.of("union", "intersect", "except", "minus");
    private static final Set<String> BEFORE_STAR = Set.of("select", "distinct", "all", "returning");
    private static final Set<String> AFTER_ASSIGNMENTS = Set.of("where", "from", "returning", "order", "limit");

    private final String sql;
    private final List<SqlToken> tokens;
    private final Set<String> names;
    private final Set<String> known;
    private final BitSet hidden = new BitSet();
    private final ResultColumns columns = new ResultColumns(this);
    private boolean rowsHidden;

    /**
     * @param names the private columns of the tables that it names
     * @param known all columns of the models
     */
    PrivacyReader(String sql, List<SqlToken> tokens, Set<String> names, Set<String> known) {
        this.sql = sql;
        this.tokens = tokens;
        this.names = new HashSet<>(names);
        this.known = known;
    }

    StatementPrivacy read() {
        switch (tokens.get(0).text()) {
            case "insert", "replace" -> insert();
            case "update" -> update();
            case "delete" -> tail(0);
            case "select" -> select();
            default -> other();
        }
        return new StatementPrivacy(
                shown(),
                parameters(),
                hiddenParameters(),
                rowsHidden ? new BitSet() : columns.shown(),
                Set.copyOf(names),
                known);
    }

    // ---- statements

    private void other() {
        boolean definesOnly =
                SqlTokens.isOneOf(tokens.get(0), DEFINITIONS) && tokens.stream().noneMatch(token -> token.is("select"));
        if (!definesOnly && mentions(0, tokens.size())) {
            hideAll();
        }
    }

    private void insert() {
        int at = find(1, Set.of("into")) + 1;
        int values = find(at, Set.of("values"));
        int open = at;
        while (open < tokens.size() && !tokens.get(open).isMark("(") && open != values) {
            open++;
        }
        if (at == 0 || open >= tokens.size() || open == values) {
            hideAll(); // into all columns, in an order that the text does not tell
            return;
        }
        List<String> targets = new ArrayList<>();
        int close = end(open);
        for (int i = open + 1; i < close; i++) {
            SqlToken token = tokens.get(i);
            if (token.isName()) {
                targets.add(token.text());
            } else if (!token.isMark(",")) {
                hideAll();
                return;
            }
        }
        boolean overrides = close + 1 < tokens.size() && tokens.get(close + 1).is("overriding");
        if (values != close + (overrides ? 4 : 1)) { // OVERRIDING SYSTEM VALUE
            other(); // of a query, mostly
            return;
        }
        tail(rows(values + 1, targets));
    }

    /** {@code (?, ?), (?, ?)}; answers what comes behind. */
    private int rows(int from, List<String> targets) {
        int at = from;
        while (at < tokens.size() && tokens.get(at).isMark("(")) {
            int close = end(at);
            List<int[]> values = split(at + 1, close);
            for (int i = 0; i < values.size(); i++) {
                int[] value = values.get(i);
                if (i >= targets.size() || names.contains(targets.get(i)) || mentions(value[0], value[1])) {
                    hidden.set(value[0], value[1]);
                }
            }
            at = close + 1;
            if (at < tokens.size() && tokens.get(at).isMark(",")) {
                at++;
            }
        }
        return at;
    }

    private void update() {
        int set = find(1, Set.of("set"));
        if (set < 0) {
            other();
            return;
        }
        hideIfMentioned(0, set);
        int end = find(set, AFTER_ASSIGNMENTS);
        for (int[] assignment : split(set + 1, end < 0 ? tokens.size() : end)) {
            hideIfMentioned(assignment[0], assignment[1]);
        }
        tail(end < 0 ? tokens.size() : end);
    }

    /** The rest of a statement that changes rows. */
    private void tail(int from) {
        int returning = find(from, Set.of("returning"));
        int end = returning < 0 ? tokens.size() : returning;
        int set = find(from, Set.of("set"));
        if (set >= 0 && set < end) { // of an insert that finds a row in its way
            hideIfMentioned(from, set);
            split(set + 1, end).forEach(assignment -> hideIfMentioned(assignment[0], assignment[1]));
        } else {
            hideIfMentioned(from, end);
        }
        if (returning >= 0) {
            columns.read(returning + 1, tokens.size());
        }
    }

    private void select() {
        if (find(1, COMBINING) >= 0) {
            other();
            return;
        }
        int from = find(1, Set.of("from"));
        int items = tokens.size() > 1
                        && (tokens.get(1).is("distinct") || tokens.get(1).is("all"))
                ? 2
                : 1;
        columns.read(items, from < 0 ? tokens.size() : from);
        if (from >= 0 && mentions(from, tokens.size())) {
            hidden.set(from, tokens.size());
            rowsHidden |= tokens.subList(from, tokens.size()).stream().anyMatch(token -> token.is("select"));
        }
    }

    // ---- parts

    SqlToken token(int at) {
        return tokens.get(at);
    }

    /** Whether something in this part is, or may contain, a private column. */
    boolean mentions(int from, int to) {
        for (int i = from; i < to; i++) {
            SqlToken token = tokens.get(i);
            boolean mentioned = token.isName()
                    ? names.contains(token.text()) || isRow(i)
                    : token.kind() == Kind.LITERAL
                            ? names.stream().anyMatch(token.text().toLowerCase(Locale.ROOT)::contains)
                            : isStar(i);
            if (mentioned) {
                return true;
            }
        }
        return false;
    }

    private boolean isRow(int at) {
        return tokens.get(at).is("row")
                && at + 1 < tokens.size()
                && tokens.get(at + 1).isMark("(");
    }

    /** {@code select *} and {@code x.*}, but no product. */
    boolean isStar(int at) {
        SqlToken before = at == 0 ? null : tokens.get(at - 1);
        return tokens.get(at).isMark("*")
                && before != null
                && (before.isMark(",") || before.isMark(".") || SqlTokens.isOneOf(before, BEFORE_STAR));
    }

    boolean isKnown(String name) {
        return known.contains(name);
    }

    /** From here on this name stands for a private column too. */
    void alias(String name) {
        names.add(name);
    }

    void hide(int from, int to) {
        hidden.set(from, to);
    }

    void hideRows() {
        rowsHidden = true;
    }

    private void hideIfMentioned(int from, int to) {
        if (mentions(from, to)) {
            hidden.set(from, to);
        }
    }

    private void hideAll() {
        hidden.set(0, tokens.size());
        rowsHidden = true;
    }

    /** The first of these words outside of all parentheses; -1 where there is none. */
    private int find(int from, Set<String> words) {
        for (int i = Math.max(0, from); i < tokens.size(); i++) {
            if (tokens.get(i).depth() == 0 && SqlTokens.isOneOf(tokens.get(i), words)) {
                return i;
            }
        }
        return -1;
    }

    private int end(int open) {
        for (int i = open + 1; i < tokens.size(); i++) {
            if (tokens.get(i).isMark(")")
                    && tokens.get(i).depth() == tokens.get(open).depth()) {
                return i;
            }
        }
        return tokens.size();
    }

    /** What stands between the commas, as first token and end. */
    List<int[]> split(int from, int to) {
        List<int[]> parts = new ArrayList<>();
        int start = from;
        for (int i = from; i < to; i++) {
            if (tokens.get(i).isMark(",")
                    && tokens.get(i).depth() == tokens.get(from).depth()) {
                parts.add(new int[] {start, i});
                start = i + 1;
            }
        }
        if (start < to) {
            parts.add(new int[] {start, to});
        }
        return parts;
    }

    // ---- the outcome

    private int parameters() {
        return 1 + tokens.stream().mapToInt(SqlToken::parameter).max().orElse(-1);
    }

    private BitSet hiddenParameters() {
        BitSet all = new BitSet();
        hidden.stream().map(i -> tokens.get(i).parameter()).filter(i -> i >= 0).forEach(all::set);
        return all;
    }

    private @Nullable String shown() {
        StringBuilder text = new StringBuilder();
        int copied = 0;
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            if (hidden.get(i) && token.isValue()) {
                text.append(sql, copied, token.start()).append("***");
                copied = token.end();
            }
        }
        return copied == 0 ? null : text.append(sql, copied, sql.length()).toString();
    }
}
