package dev.unirow.schema;

import java.util.List;

/** A primary key; its columns in the order of the key. */
public record PrimaryKey(String name, List<String> columns) implements Constraint {
    public PrimaryKey {
        columns = List.copyOf(columns);
    }

    @Override
    public PrimaryKey withName(String name) {
        return new PrimaryKey(name, columns);
    }

    @Override
    public String kind() {
        return "primary key";
    }
}
