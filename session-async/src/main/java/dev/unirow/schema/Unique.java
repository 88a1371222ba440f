package dev.unirow.schema;

import java.util.List;

/** A unique constraint. */
public record Unique(String name, List<String> columns) {
    public Unique {
        columns = List.copyOf(columns);
    }
}
