package dev.unirow.schema;

import org.jspecify.annotations.Nullable;

/**
 * A sequence of the database.
 *
 * @param minimum null for the database's own: 1, or for a step downwards the type's least
 * @param maximum null for the database's own
 * @param cycle whether it begins again at its end
 */
public record Sequence(
        String name,
        long start,
        long increment,
        @Nullable Long minimum,
        @Nullable Long maximum,
        boolean cycle) {

    /** A sequence that ends where the database ends it. */
    public Sequence(String name, long start, long increment) {
        this(name, start, increment, null, null, false);
    }

    /** The same where it starts does not count: it has moved on. */
    boolean stepsAs(Sequence other) {
        return increment == other.increment
                && cycle == other.cycle
                && java.util.Objects.equals(minimum, other.minimum)
                && java.util.Objects.equals(maximum, other.maximum);
    }
}
