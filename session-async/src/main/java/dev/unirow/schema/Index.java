package dev.unirow.schema;

import java.util.List;

/** An index over plain columns. A unique index is not a {@link Unique} constraint: it has no place in the table's own statement. */
public record Index(String name, List<IndexColumn> columns, boolean unique) {
    public Index {
        columns = List.copyOf(columns);
    }

    List<String> columnNames() {
        return columns.stream().map(IndexColumn::name).toList();
    }
}
