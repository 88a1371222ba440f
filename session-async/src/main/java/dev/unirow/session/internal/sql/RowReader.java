package dev.unirow.session.internal.sql;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Makes what a program asked for of the rows of its SQL. */
public interface RowReader<R> {
    /** What was asked for. */
    Class<?> type();

    /**
     * One object for each row, in their order; null for a value that is null, and no object for a model whose row is
     * gone.
     *
     * @param models finds the models that the rows are of
     */
    CompletionStage<List<R>> read(ResultRows rows, ModelsByKey models);

    /** Finds models of one session. */
    interface ModelsByKey {
        /** The model of each key, in their order; null where it has no row. */
        <T> CompletionStage<List<@Nullable T>> find(Class<T> type, List<Object> keys);
    }
}
