package dev.unirow.schema.internal.ddl;

import dev.unirow.schema.ForeignKey;
import dev.unirow.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tables in an order in which each comes after those it refers to. Where references run in a cycle, the alphabet
 * decides which table comes first.
 *
 * @param tables referred tables first
 * @param circular the tables that refer, over whatever others, to themselves; a plain self reference does not count
 */
public record ReferenceOrder(List<Table> tables, Set<String> circular) {
    public static ReferenceOrder of(Collection<Table> tables) {
        Map<String, Table> byName = new LinkedHashMap<>();
        tables.stream()
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .forEach(table -> byName.put(table.name(), table));
        Set<String> circular = new LinkedHashSet<>();
        for (String name : byName.keySet()) {
            if (reaches(name, name, byName, new LinkedHashSet<>())) {
                circular.add(name);
            }
        }
        Map<String, Table> placed = new LinkedHashMap<>();
        for (Table table : byName.values()) {
            place(table, byName, placed, new LinkedHashSet<>());
        }
        return new ReferenceOrder(new ArrayList<>(placed.values()), circular);
    }

    public List<Table> reversed() {
        List<Table> reversed = new ArrayList<>(tables);
        Collections.reverse(reversed);
        return reversed;
    }

    private static void place(Table table, Map<String, Table> all, Map<String, Table> placed, Set<String> open) {
        if (placed.containsKey(table.name()) || !open.add(table.name())) {
            return;
        }
        for (String referred : referred(table)) {
            Table other = all.get(referred);
            if (other != null) {
                place(other, all, placed, open);
            }
        }
        placed.put(table.name(), table);
    }

    private static boolean reaches(String from, String target, Map<String, Table> all, Set<String> seen) {
        Table table = all.get(from);
        if (table == null) {
            return false;
        }
        for (String referred : referred(table)) {
            if (referred.equals(from)) {
                continue;
            }
            if (referred.equals(target) || (seen.add(referred) && reaches(referred, target, all, seen))) {
                return true;
            }
        }
        return false;
    }

    private static List<String> referred(Table table) {
        return table.foreignKeys().stream()
                .map(ForeignKey::referredTable)
                .distinct()
                .sorted()
                .toList();
    }
}
