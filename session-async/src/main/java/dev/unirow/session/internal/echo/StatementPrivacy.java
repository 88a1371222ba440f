package dev.unirow.session.internal.echo;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** What of one statement must not be seen. */
public final class StatementPrivacy {
    /** Nothing. */
    public static final StatementPrivacy OPEN = new StatementPrivacy(null, 0, new BitSet(), null, Set.of(), Set.of());

    private final @Nullable String sql;
    private final int parameters;
    private final BitSet hiddenParameters;
    private final @Nullable BitSet shownColumns;
    private final Set<String> privateNames;
    private final Set<String> known;

    /**
     * @param sql the text to show; null for all of it
     * @param shownColumns the columns of the result that may be seen, by their places; null where their labels must tell
     */
    StatementPrivacy(
            @Nullable String sql,
            int parameters,
            BitSet hiddenParameters,
            @Nullable BitSet shownColumns,
            Set<String> privateNames,
            Set<String> known) {
        this.sql = sql;
        this.parameters = parameters;
        this.hiddenParameters = hiddenParameters;
        this.shownColumns = shownColumns;
        this.privateNames = privateNames;
        this.known = known;
    }

    /** The statement's text, with what must not be seen of its literals struck out. */
    public String shown(String text) {
        return sql == null ? text : sql;
    }

    /**
     * Which of so many bound values must not be seen, counted from 0: all, where the text has more or fewer parameters than
     * that.
     */
    public IntPredicate hidesParameters(int values) {
        return this == OPEN ? i -> false : values == parameters ? hiddenParameters::get : i -> true;
    }

    /**
     * Which of a row's values must not be seen, counted from 0.
     *
     * @param labels empty where the columns have none
     */
    public IntPredicate hidesColumns(List<String> labels) {
        if (this == OPEN) {
            return i -> false;
        }
        return shownColumns != null ? i -> !shownColumns.get(i) : i -> i >= labels.size() || !mayShow(labels.get(i));
    }

    private boolean mayShow(String label) {
        String name = label.toLowerCase(Locale.ROOT);
        return known.contains(name) && !privateNames.contains(name);
    }
}
