package dev.unirow.schema;

import java.util.List;

/** A foreign key; {@code columns} and {@code referredColumns} pair up in order. */
public record ForeignKey(
        String name, List<String> columns, String referredTable, List<String> referredColumns, OnDelete onDelete) {
    public ForeignKey {
        columns = List.copyOf(columns);
        referredColumns = List.copyOf(referredColumns);
        if (columns.size() != referredColumns.size()) {
            throw new IllegalArgumentException("Foreign key '" + name + "' has " + columns.size()
                    + " columns, but refers to " + referredColumns.size() + ".");
        }
    }
}
