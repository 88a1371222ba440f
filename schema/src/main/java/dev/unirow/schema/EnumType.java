package dev.unirow.schema;

import java.util.List;

/** An enum type of the database, which columns name as their type. */
public record EnumType(String name, List<String> values) {
    public EnumType {
        values = List.copyOf(values);
    }

    /** Whether this type has all values of the other, in the same order: what a database can make of the other. */
    public boolean extendsValuesOf(EnumType other) {
        return values.stream().filter(other.values::contains).toList().equals(other.values);
    }
}
