package dev.unirow.schema;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One connection, as far as reading a catalogue needs it. Statements run one after another, in the order in which the
 * Unis are subscribed to.
 */
public interface SqlRunner {
    /** The rows, each by the labels of its columns. */
    Uni<List<Map<String, @Nullable Object>>> select(String sql, List<?> parameters);

    /** Runs a statement; how many rows it changed. */
    Uni<Integer> execute(String sql);
}
