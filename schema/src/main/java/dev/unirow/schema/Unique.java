package dev.unirow.schema;

import java.util.List;

/** A unique constraint. */
public record Unique(String name, List<String> columns) implements Constraint {
    public Unique {
        columns = List.copyOf(columns);
    }

    @Override
    public Unique withName(String name) {
        return new Unique(name, columns);
    }

    @Override
    public String kind() {
        return "unique constraint";
    }
}
