package dev.unirow.session.internal.echo;

import dev.unirow.session.internal.echo.StatementToken.Kind;
import dev.unirow.session.internal.wire.ParameterText;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What of one statement must not be seen. */
public final class StatementPrivacy {
    /** Nothing. */
    public static final StatementPrivacy OPEN =
            new StatementPrivacy(null, 0, new BitSet(), null, Set.of(), Set.of(), Set.of());

    private final @Nullable String sql;
    private final int parameters;
    private final BitSet hiddenParameters;
    private final @Nullable BitSet shownColumns;
    private final Set<String> privateNames;
    private final Set<String> known;
    private final Set<String> words;

    /**
     * @param sql the text to show; null for all of it
     * @param shownColumns the columns of the result that may be seen, by their places; null where their labels must
     *     tell
     * @param words all words and quoted names of the text
     */
    private StatementPrivacy(
            @Nullable String sql,
            int parameters,
            BitSet hiddenParameters,
            @Nullable BitSet shownColumns,
            Set<String> privateNames,
            Set<String> known,
            Set<String> words) {
        this.sql = sql;
        this.parameters = parameters;
        this.hiddenParameters = hiddenParameters;
        this.shownColumns = shownColumns;
        this.privateNames = privateNames;
        this.known = known;
        this.words = words;
    }

    /** Of one that was read to its end. */
    static StatementPrivacy of(
            StatementTokens tokens,
            BitSet hidden,
            @Nullable BitSet shownColumns,
            Set<String> privateNames,
            Set<String> known) {
        BitSet parameters = new BitSet();
        hidden.stream()
                .filter(i -> i < tokens.size())
                .map(i -> tokens.get(i).parameter())
                .filter(i -> i >= 0)
                .forEach(parameters::set);
        return new StatementPrivacy(
                Redaction.of(tokens, hidden, known),
                1
                        + tokens.all().stream()
                                .mapToInt(StatementToken::parameter)
                                .max()
                                .orElse(-1),
                parameters,
                shownColumns,
                privateNames,
                known,
                tokens.all().stream()
                        .filter(token -> token.kind() == Kind.WORD || token.kind() == Kind.QUOTED_NAME)
                        .map(StatementToken::text)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Of one that the database may read in another way: all of it. */
    static StatementPrivacy ofUnclear(String sql, Set<String> known) {
        return new StatementPrivacy(
                Redaction.beforeAnyValue(sql), -1, new BitSet(), new BitSet(), Set.of(), known, Set.of());
    }

    /** The statement's text, with what must not be seen of its literals struck out. */
    public String shown(String text) {
        return sql == null ? text : sql;
    }

    /**
     * Which of so many bound values must not be seen, counted from 0: all, where the text has more or fewer parameters
     * than that.
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

    /** The labels of a result. Databases make one of an expression's text, which may hold a private value. */
    public List<String> shownLabels(List<String> labels) {
        IntPredicate hides = hidesColumns(labels);
        return IntStream.range(0, labels.size())
                .mapToObj(i -> hides.test(i) && !isName(labels.get(i)) ? ParameterText.HIDDEN : labels.get(i))
                .toList();
    }

    private boolean isName(String label) {
        String name = label.toLowerCase(Locale.ROOT);
        return known.contains(name) || words.contains(name);
    }

    private boolean mayShow(String label) {
        String name = label.toLowerCase(Locale.ROOT);
        return known.contains(name) && !privateNames.contains(name);
    }
}
