package dev.unirow.session.internal.echo;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * Finds what of a statement belongs to private columns. It errs on the side of hiding: what it is not sure of counts as
 * private, as soon as the statement names a table that has private columns. A value is sure not to be private where it
 * is put into, or compared in a part of the statement that names only, columns that are not.
 */
final class PrivacyReader {
    private static final Set<String> DEFINITIONS =
            Set.of("create", "alter", "drop", "comment", "truncate", "grant", "revoke", "analyze", "vacuum", "reindex");
    /** With these, a definition holds more than the shape of a table. */
    private static final Set<String> BEYOND_SHAPE = Set.of(
            "select",
            "where",
            "using",
            "trigger",
            "function",
            "procedure",
            "event",
            "policy",
            "rule",
            "call",
            "execute");

    private static final Set<String> CHANGES = Set.of("insert", "update", "delete", "replace", "merge");
    private static final Set<String> WRITES = Set.of("insert", "replace", "merge");
    private static final Set<String> READS = Set.of("select", "with");
    private static final Set<String> COMBINING = Set.of("union", "intersect", "except", "minus");
    private static final Set<String> AFTER_ASSIGNMENTS = Set.of("where", "from", "returning", "order", "limit");

    private final StatementTokens tokens;
    private final Mentions mentions;
    private final Set<String> known;
    private final BitSet hidden = new BitSet();
    private final ResultColumns columns;
    private boolean rowsHidden;

    /**
     * @param tables those that have private columns
     * @param names the private columns of the tables that it names
     * @param known all columns of the models
     */
    PrivacyReader(StatementTokens tokens, Set<String> tables, Set<String> names, Set<String> known) {
        this.tokens = tokens;
        this.mentions = new Mentions(tokens, tables, names);
        this.known = known;
        this.columns = new ResultColumns(this, tokens, mentions, known);
    }

    StatementPrivacy read() {
        if (!definesOnly()) {
            if (isMoreThanOne() || writesInside() || mentions.areRenamed()) {
                hideAll();
            } else {
                readOne();
            }
        }
        return StatementPrivacy.of(
                tokens, hidden, rowsHidden ? new BitSet() : columns.shown(), Set.copyOf(mentions.names()), known);
    }

    private void readOne() {
        switch (tokens.get(0).text()) {
            case "insert", "replace" -> insert();
            case "update" -> update();
            case "delete" -> tail(0);
            case "select" -> select();
            default -> other();
        }
    }

    // ---- statements

    private boolean definesOnly() {
        if (!tokens.isOneOf(0, DEFINITIONS) || isMoreThanOne()) {
            return false;
        }
        for (int i = 1; i < tokens.size(); i++) {
            boolean change = tokens.isOneOf(i, CHANGES) && !tokens.isOneOf(i - 1, Set.of("on", "or"));
            if (change || tokens.isOneOf(i, BEYOND_SHAPE)) {
                return false;
            }
        }
        return true;
    }

    private boolean isMoreThanOne() {
        for (int i = 0; i < tokens.size() - 1; i++) {
            if (tokens.isMark(i, ";")) {
                return true;
            }
        }
        return false;
    }

    /** Whether rows may be written by a part of it. */
    private boolean writesInside() {
        for (int i = 1; i < tokens.size(); i++) {
            boolean function = tokens.isMark(i + 1, "(") && !tokens.get(i).is("merge");
            if (tokens.isOneOf(i, WRITES) && !function && !tokens.isOneOf(i - 1, Set.of("or", "for", "on"))) {
                return true;
            }
        }
        return false;
    }

    private void other() {
        boolean reads = tokens.isOneOf(0, READS) || tokens.isMark(0, "(");
        if (!reads || mentions.in(0, tokens.size())) {
            hideAll();
        }
    }

    private void insert() {
        int table = tokens.find(1, Set.of("into")) + 1;
        int open = behindTable(table);
        if (table == 0 || !tokens.isMark(open, "(")) {
            hideAll(); // into all columns, in an order that the text does not tell
            return;
        }
        List<String> targets = new ArrayList<>();
        int close = tokens.end(open);
        for (int i = open + 1; i < close; i++) {
            StatementToken token = tokens.get(i);
            if (token.isName() && !token.is("select") && !token.is("with") && !token.is("values")) {
                targets.add(token.text());
            } else if (!token.isMark(",")) {
                hideAll();
                return;
            }
        }
        int values = close + (tokens.isOneOf(close + 1, Set.of("overriding")) ? 4 : 1); // OVERRIDING SYSTEM VALUE
        if (!tokens.isOneOf(values, Set.of("values"))) {
            if (mentions.in(0, tokens.size())) { // of a query, mostly
                hideAll();
            }
            return;
        }
        tail(rows(values + 1, targets));
    }

    /** Past the name of a table and the other one that it is given. */
    private int behindTable(int from) {
        int at = from + 1;
        while (tokens.isMark(at, ".")) {
            at += 2;
        }
        return tokens.isOneOf(at, Set.of("as")) ? at + 2 : at;
    }

    /** {@code (?, ?), (?, ?)}; answers what comes behind. */
    private int rows(int from, List<String> targets) {
        int at = from;
        while (tokens.isMark(at, "(")) {
            int close = tokens.end(at);
            List<int[]> values = tokens.split(at + 1, close);
            for (int i = 0; i < values.size(); i++) {
                int[] value = values.get(i);
                if (i >= targets.size()
                        || mentions.names().contains(targets.get(i))
                        || mentions.in(value[0], value[1])) {
                    hidden.set(value[0], value[1]);
                }
            }
            at = tokens.isMark(close + 1, ",") ? close + 2 : close + 1;
        }
        return at;
    }

    private void update() {
        int set = tokens.find(1, Set.of("set"));
        if (set < 0) {
            other();
            return;
        }
        hideIfMentioned(0, set);
        int end = tokens.find(set, AFTER_ASSIGNMENTS);
        for (int[] assignment : tokens.split(set + 1, end < 0 ? tokens.size() : end)) {
            hideIfMentioned(assignment[0], assignment[1]);
        }
        tail(end < 0 ? tokens.size() : end);
    }

    /** The rest of a statement that changes rows. */
    private void tail(int from) {
        int returning = tokens.find(from, Set.of("returning"));
        int end = returning < 0 ? tokens.size() : returning;
        int set = tokens.find(from, Set.of("set"));
        if (set >= 0 && set < end) { // of an insert that finds a row in its way
            hideIfMentioned(from, set);
            tokens.split(set + 1, end).forEach(assignment -> hideIfMentioned(assignment[0], assignment[1]));
        } else {
            hideIfMentioned(from, end);
        }
        if (returning >= 0) {
            columns.read(returning + 1, tokens.size());
        }
    }

    private void select() {
        if (tokens.find(1, COMBINING) >= 0) {
            other();
            return;
        }
        int from = tokens.find(1, Set.of("from"));
        int items = tokens.isOneOf(1, Set.of("distinct", "all")) ? 2 : 1;
        columns.read(items, from < 0 ? tokens.size() : from);
        if (from >= 0 && mentions.in(from, tokens.size())) {
            hidden.set(from, tokens.size());
            if (tokens.all().subList(from, tokens.size()).stream().anyMatch(token -> token.is("select"))) {
                hideAll(); // its columns may go by other names
            }
        }
    }

    // ---- parts

    void hide(int from, int to) {
        hidden.set(from, to);
    }

    void hideRows() {
        rowsHidden = true;
    }

    private void hideIfMentioned(int from, int to) {
        if (mentions.in(from, to)) {
            hidden.set(from, to);
        }
    }

    private void hideAll() {
        hidden.set(0, tokens.size());
        rowsHidden = true;
    }
}
