package dev.unirow.query;

import org.hibernate.query.Order;
import org.hibernate.query.SortDirection;
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
    private final boolean ignoresCase;
    private final @Nullable Boolean nullsFirst;

    Ordering(Path path, boolean descending) {
        this(path, descending, false, null);
    }

    private Ordering(Path path, boolean descending, boolean ignoresCase, @Nullable Boolean nullsFirst) {
        this.path = path;
        this.descending = descending;
        this.ignoresCase = ignoresCase;
        this.nullsFirst = nullsFirst;
    }

    /** @throws IllegalArgumentException if it orders by an element of a select clause */
    static <T> Ordering<T> from(Order<T> order) {
        if (order.entityClass() == null || order.attributeName() == null) {
            throw new IllegalArgumentException(
                    "An order of Hibernate is by position, and models have none. Order by an attribute.");
        }
        return new Ordering<>(
                Path.of(new Step.Named(order.attributeName())),
                order.direction() == SortDirection.DESCENDING,
                !order.caseSensitive(),
                switch (order.nullPrecedence()) {
                    case NONE -> null;
                    case FIRST -> true;
                    case LAST -> false;
                });
    }

    /** @param name a column, perhaps across references, after {@code -} where the order is descending */
    static <T> Ordering<T> parse(String name) {
        boolean descending = name.startsWith("-");
        return new Ordering<>(Path.of(descending ? name.substring(1) : name), descending);
    }

    public Ordering<T> nullsFirst() {
        return new Ordering<>(path, descending, ignoresCase, true);
    }

    public Ordering<T> nullsLast() {
        return new Ordering<>(path, descending, ignoresCase, false);
    }

    /** With A to Z sorted as a to z; of columns that are not text, the same. */
    public Ordering<T> ignoringCase() {
        return new Ordering<>(path, descending, true, nullsFirst);
    }

    BoundOrdering bind(Shape root) {
        return BoundOrdering.of(
                path.bind(root), descending, ignoresCase, nullsFirst == null ? !descending : nullsFirst);
    }
}
