package dev.unirow.session.internal.operation;

import dev.unirow.session.exception.RowMappingException;
import dev.unirow.session.internal.sql.ResultRows;
import dev.unirow.session.internal.sql.RowReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Rows of one column, as the values that it has. */
record ScalarRows<R>(Class<R> type) implements RowReader<R> {
    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // the value is of the class, or null where the column is
    public CompletionStage<List<R>> read(ResultRows rows, ModelsByKey models) {
        if (rows.labels().size() != 1) {
            throw new RowMappingException(
                    type,
                    "it is one value, and there are the columns '" + String.join("', '", rows.labels())
                            + "'. Select one of them, or read rows as a record or a map");
        }
        String column = rows.labels().get(0);
        List<R> values = new ArrayList<>();
        for (Map<String, @Nullable Object> row : rows.rows()) {
            values.add((R) ColumnValue.as(
                    type,
                    type,
                    row.get(column),
                    problem -> new RowMappingException(type, "column '" + column + "' " + problem)));
        }
        return CompletableFuture.completedFuture(Collections.unmodifiableList(values));
    }
}
