package dev.unirow.session;

import dev.unirow.schema.Schema;
import dev.unirow.schema.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The names of the constraints that the models ask for, by what a database tells of a constraint that is broken: SQLite tells the
 * columns of a unique one. Immutable.
 */
final class Constraints {
    static final Constraints NONE = new Constraints(Map.of());

    private final Map<TreeSet<String>, String> byColumns;

    private Constraints(Map<TreeSet<String>, String> byColumns) {
        this.byColumns = byColumns;
    }

    static Constraints of(Schema wanted) {
        Map<TreeSet<String>, String> byColumns = new HashMap<>();
        for (Table table : wanted.tables()) {
            if (table.primaryKey() != null) {
                byColumns.put(
                        columns(table, table.primaryKey().columns()),
                        table.primaryKey().name());
            }
            table.indexes().stream()
                    .filter(index -> index.unique())
                    .forEach(index -> byColumns.put(
                            columns(
                                    table,
                                    index.columns().stream()
                                            .map(column -> column.name())
                                            .toList()),
                            index.name()));
            table.uniques().forEach(unique -> byColumns.put(columns(table, unique.columns()), unique.name()));
        }
        return new Constraints(byColumns);
    }

    private static TreeSet<String> columns(Table table, List<String> columns) {
        TreeSet<String> qualified = new TreeSet<>();
        columns.forEach(column -> qualified.add(table.name() + "." + column));
        return qualified;
    }

    /** The name of the unique constraint or key of which the database told this; what it told where none is known. */
    @Nullable String unique(@Nullable String told) {
        return told == null ? null : byColumns.getOrDefault(new TreeSet<>(List.of(told.split(", "))), told);
    }
}
