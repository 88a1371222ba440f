package dev.unirow.schema;

import java.util.List;

/** A unique constraint. */
public record Unique(String name, List<String> columns) implements Constraint {
    public Unique {
        columns = List.copyOf(columns);
    }
}
