package dev.unirow.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column in a condition. Values are brought to the type of the column when the condition reaches a statement, which
 * refuses with {@link IllegalArgumentException} what does not fit.
 *
 * @param <T> the model it belongs to
 * @param <V> the values it takes
 */
public sealed class Column<T, V extends @Nullable Object> permits TextColumn, NumberColumn {
    private final Path path;

    Column(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    final Condition<T> ask(Operator operator, @Nullable Object value) {
        return Condition.compare(path, operator, Collections.singletonList(value));
    }

    /** Equal to the value; null asks for rows where the column is null. */
    public Condition<T> eq(@Nullable V value) {
        return ask(Operator.EXACT, value);
    }

    /** Anything but the value, so null too. */
    public Condition<T> ne(@Nullable V value) {
        return Queries.not(eq(value));
    }

    /**
     * Equal to one of the values; of none, no row. They may be as many as memory holds; a statement takes 65535 of
     * JSON, of arrays, and of the columns of composite keys.
     */
    public Condition<T> in(Collection<? extends @Nullable V> values) {
        return Condition.compare(path, Operator.IN, new ArrayList<@Nullable Object>(values));
    }

    /** Equal to one of the values. */
    @SafeVarargs
    public final Condition<T> in(V... values) {
        return in(Arrays.asList(values));
    }

    public Condition<T> isNull() {
        return ask(Operator.ISNULL, true);
    }

    public Condition<T> isNotNull() {
        return ask(Operator.ISNULL, false);
    }

    public Condition<T> gt(V value) {
        return ask(Operator.GT, value);
    }

    public Condition<T> gte(V value) {
        return ask(Operator.GTE, value);
    }

    public Condition<T> lt(V value) {
        return ask(Operator.LT, value);
    }

    public Condition<T> lte(V value) {
        return ask(Operator.LTE, value);
    }

    /** At least the one and at most the other. */
    public Condition<T> between(V least, V most) {
        return Condition.compare(path, Operator.RANGE, List.<@Nullable Object>of(least, most));
    }
}
