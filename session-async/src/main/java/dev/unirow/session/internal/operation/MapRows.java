package dev.unirow.session.internal.operation;

import dev.unirow.session.internal.sql.ResultRows;
import dev.unirow.session.internal.sql.RowReader;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Rows as maps, each by the labels of its columns. */
final class MapRows implements RowReader<Map<String, @Nullable Object>> {
    @Override
    public Class<?> type() {
        return Map.class;
    }

    @Override
    public CompletionStage<List<Map<String, @Nullable Object>>> read(ResultRows rows, ModelsByKey models) {
        RowReaders.requireDistinct(rows, Map.class);
        return CompletableFuture.completedFuture(rows.rows());
    }
}
