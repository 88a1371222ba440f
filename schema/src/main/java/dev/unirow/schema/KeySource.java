package dev.unirow.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What hands out numbers for keys: a sequence, or a row of a table that stands for one. Only a mapping tells which, so
 * that a live schema has none.
 *
 * @param name the sequence's, or the table's
 * @param counter where in the table the number is; null for a sequence
 * @param start the first number
 * @param block how many keys are made of one number
 * @param keys the columns that get their values from it
 */
public record KeySource(String name, @Nullable Counter counter, long start, long block, List<Key> keys) {
    public KeySource {
        keys = keys == null ? List.of() : List.copyOf(keys); // JSON leaves an empty list out
    }

    /**
     * @param value the column that holds the number
     * @param segmentColumn the column that tells rows apart, null in a table of one row
     * @param segment what it holds in this row
     */
    public record Counter(
            String value,
            @Nullable String segmentColumn,
            @Nullable String segment) {}

    /** A column with keys. */
    public record Key(String table, String column) {}

    public KeySource withName(String name) {
        return new KeySource(name, counter, start, block, keys);
    }

    public KeySource withCounter(Counter counter) {
        return new KeySource(name, counter, start, block, keys);
    }

    public KeySource withKeys(List<Key> keys) {
        return new KeySource(name, counter, start, block, keys);
    }

    /** Its name, and what tells it from others in one table. */
    public String id() {
        return counter == null || counter.segment() == null ? name : name + "#" + counter.segment();
    }
}
