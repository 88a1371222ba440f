package dev.unirow.schema;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A sequence of the database.
 *
 * @param minimum null for the database's own: 1, or for a step downwards the type's least
 * @param maximum null for the database's own
 * @param cycle whether it begins again at its end
 * @param cache how many numbers are taken at a time and lost with whoever took them; null for the database's own, 1 on
 *     PostgreSQL and 1000 on MariaDB
 */
public record Sequence(
        String name,
        long start,
        long increment,
        @Nullable Long minimum,
        @Nullable Long maximum,
        boolean cycle,
        @Nullable Long cache) {
    /** A sequence with the database's own cache. */
    public Sequence(
            String name, long start, long increment, @Nullable Long minimum, @Nullable Long maximum, boolean cycle) {
        this(name, start, increment, minimum, maximum, cycle, null);
    }

    /** A sequence that ends where the database ends it. */
    public Sequence(String name, long start, long increment) {
        this(name, start, increment, null, null, false);
    }

    public Sequence withName(String name) {
        return new Sequence(name, start, increment, minimum, maximum, cycle, cache);
    }

    public Sequence withCache(@Nullable Long cache) {
        return new Sequence(name, start, increment, minimum, maximum, cycle, cache);
    }

    /** The cache that comes without saying. */
    public static long usualCache(DatabaseKind kind) {
        return kind == DatabaseKind.MARIADB ? 1000 : 1;
    }

    /**
     * Whether it is as the other one asks for. Where it starts does not count, since it has moved on; a cache does only
     * where one is asked for.
     */
    public boolean stepsAs(Sequence wanted, DatabaseKind kind) {
        return increment == wanted.increment
                && cycle == wanted.cycle
                && Objects.equals(minimum, wanted.minimum)
                && Objects.equals(maximum, wanted.maximum)
                && (wanted.cache == null || wanted.cache.equals(Objects.requireNonNullElse(cache, usualCache(kind))));
    }
}
