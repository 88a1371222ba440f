package dev.unirow.schema;

import org.jspecify.annotations.Nullable;

/**
 * A column.
 *
 * @param type the type as the database's SQL writes it, with its arguments
 * @param defaultValue the default as an SQL expression, null for none
 * @param identity whether the database makes the value up
 */
public record Column(
        String name,
        String type,
        boolean nullable,
        @Nullable String defaultValue,
        boolean identity) {

    /** A column without default that the database does not fill. */
    public static Column of(String name, String type, boolean nullable) {
        return new Column(name, type, nullable, null, false);
    }

    public Column withType(String type) {
        return new Column(name, type, nullable, defaultValue, identity);
    }

    public Column withNullable(boolean nullable) {
        return new Column(name, type, nullable, defaultValue, identity);
    }

    public Column withDefault(@Nullable String defaultValue) {
        return new Column(name, type, nullable, defaultValue, identity);
    }
}
