package dev.unirow.session.internal.operation;

import dev.unirow.session.exception.RowMappingException;
import dev.unirow.session.internal.sql.KeyColumns;
import dev.unirow.session.internal.sql.ResultRows;
import dev.unirow.session.internal.sql.RowReader;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Rows as the models whose keys they hold. The models are read by a statement of Hibernate's: what it would make of the
 * program's own columns depends on their labels, and on PostgreSQL JSON among them would be rounded.
 */
record ModelRows<T>(Class<T> type, KeyColumns key) implements RowReader<T> {
    @Override
    public CompletionStage<List<T>> read(ResultRows rows, ModelsByKey models) {
        List<String> labels =
                key.parts().stream().map(part -> label(part, rows.labels())).toList();
        List<Object> keys = rows.rows().stream().map(row -> keyOf(row, labels)).toList();
        List<Object> distinct = List.copyOf(new LinkedHashSet<>(keys));
        return models.find(type, distinct).thenApply(found -> {
            Map<Object, @Nullable T> byKey = new HashMap<>();
            for (int i = 0; i < distinct.size(); i++) {
                byKey.put(distinct.get(i), found.get(i));
            }
            return keys.stream().map(byKey::get).filter(Objects::nonNull).toList();
        });
    }

    /** Databases differ in the case of unquoted names. */
    private String label(KeyColumns.Part part, List<String> labels) {
        List<String> found =
                labels.stream().filter(part.column()::equalsIgnoreCase).toList();
        if (found.size() != 1) {
            throw new RowMappingException(
                    type,
                    "there " + (found.isEmpty() ? "is no column" : "are two columns") + " '" + part.column()
                            + "', which is its key. Found '" + String.join("', '", labels)
                            + "'. Select the key once, or name it so by 'as'");
        }
        return found.get(0);
    }

    private Object keyOf(Map<String, @Nullable Object> row, List<String> labels) {
        @Nullable Object[] parts = new Object[labels.size()];
        for (int i = 0; i < parts.length; i++) {
            KeyColumns.Part part = key.parts().get(i);
            String label = labels.get(i);
            Object value = row.get(label);
            if (value == null) {
                throw new RowMappingException(
                        type, "column '" + label + "', its key, is null. Leave such rows out by 'is not null'");
            }
            Object stored = ColumnValue.as(
                    part.columnType(),
                    part.columnType(),
                    value,
                    problem -> new RowMappingException(type, "column '" + label + "' " + problem));
            parts[i] = part.mapping().convertToDomainValue(stored);
        }
        return key.key().apply(parts);
    }
}
