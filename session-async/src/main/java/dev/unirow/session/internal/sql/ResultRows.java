package dev.unirow.session.internal.sql;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a query, as the driver gives them.
 *
 * @param labels of the columns, in their order; two may be the same
 * @param rows the values of each, by the labels; unmodifiable
 */
public record ResultRows(List<String> labels, List<Map<String, @Nullable Object>> rows) {
    public static ResultRows of(ResultSet results) {
        try {
            ResultSetMetaData columns = results.getMetaData();
            List<String> labels = new ArrayList<>();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                labels.add(columns.getColumnLabel(i));
            }
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            while (results.next()) {
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                for (int i = 0; i < labels.size(); i++) {
                    row.put(labels.get(i), results.getObject(i + 1));
                }
                rows.add(Collections.unmodifiableMap(row));
            }
            return new ResultRows(labels, Collections.unmodifiableList(rows));
        } catch (SQLException failure) {
            throw new CompletionException(failure);
        }
    }
}
