package dev.unirow.query;

import org.jspecify.annotations.Nullable;

/**
 * A column to sort by. Text sorts by its characters' code points. Null counts as less than any value, on every
 * database, unless the ordering says otherwise.
 *
 * @param <T> the model it is about
 */
public final class Ordering<T> {
    private final Path path;
    private final boolean descending;
    private final @Nullable Boolean nullsFirst;

    Ordering(Path path, boolean descending) {
        this(path, descending, null);
    }

    private Ordering(Path path, boolean descending, @Nullable Boolean nullsFirst) {
        this.path = path;
        this.descending = descending;
        this.nullsFirst = nullsFirst;
    }

    /** @param name a column, perhaps across references, after {@code -} where the order is descending */
    static <T> Ordering<T> parse(String name) {
        boolean descending = name.startsWith("-");
        return new Ordering<>(Path.of(descending ? name.substring(1) : name), descending);
    }

    public Ordering<T> nullsFirst() {
        return new Ordering<>(path, descending, true);
    }

    public Ordering<T> nullsLast() {
        return new Ordering<>(path, descending, false);
    }

    BoundOrdering bind(Shape root) {
        return BoundOrdering.of(path.bind(root), descending, nullsFirst == null ? !descending : nullsFirst);
    }
}
