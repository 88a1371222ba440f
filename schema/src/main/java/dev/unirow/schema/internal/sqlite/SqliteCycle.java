package dev.unirow.schema.internal.sqlite;

import static dev.unirow.schema.internal.sql.Identifiers.quote;

import dev.unirow.schema.ForeignKey;
import dev.unirow.schema.ReferentialAction;
import dev.unirow.schema.Table;
import dev.unirow.schema.internal.ddl.ReferenceOrder;
import dev.unirow.schema.internal.sql.Identifiers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * SQLite's tables that refer to each other in a cycle, and how they are dropped in one transaction with foreign keys
 * on. DROP TABLE deletes the rows first, and with them goes what {@code on delete} asks for in the tables that refer
 * there: SQLite refuses when such a table refers to one that is gone already. An empty table with the key takes the
 * place of that one until the cycle is gone.
 */
public record SqliteCycle(ReferenceOrder order) {
    // the rows of a cycle can only go together
    public List<String> empty() {
        if (order.circular().isEmpty()) {
            return List.of();
        }
        List<String> statements = new ArrayList<>();
        statements.add("pragma defer_foreign_keys = on");
        order.reversed().stream()
                .filter(table -> order.circular().contains(table.name()))
                .forEach(table -> statements.add("delete from " + quote(table.name())));
        return statements;
    }

    /** All tables, referring ones first. */
    public List<String> drop() {
        List<String> statements = new ArrayList<>();
        List<String> standIns = new ArrayList<>();
        Set<Table> left = new LinkedHashSet<>(order.reversed());
        for (Table table : order.reversed()) {
            left.remove(table);
            statements.add("drop table " + quote(table.name()));
            Set<List<String>> keys = left.stream()
                    .flatMap(other -> other.foreignKeys().stream())
                    .filter(key -> key.referredTable().equals(table.name()))
                    .map(ForeignKey::referredColumns)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            if (!keys.isEmpty() && left.stream().anyMatch(SqliteCycle::acts)) {
                statements.add(standIn(table.name(), keys));
                standIns.add("drop table " + quote(table.name()));
            }
        }
        statements.addAll(standIns);
        return statements;
    }

    private static boolean acts(Table table) {
        return table.foreignKeys().stream()
                .anyMatch(key ->
                        key.onDelete() != ReferentialAction.NO_ACTION && key.onDelete() != ReferentialAction.RESTRICT);
    }

    private static String standIn(String name, Set<List<String>> keys) {
        String columns = keys.stream()
                .flatMap(List::stream)
                .distinct()
                .map(Identifiers::quote)
                .collect(Collectors.joining(", "));
        String uniques = keys.stream()
                .map(key -> ", unique (" + key.stream().map(Identifiers::quote).collect(Collectors.joining(", ")) + ")")
                .collect(Collectors.joining());
        return "create table " + quote(name) + " (" + columns + uniques + ")";
    }
}
