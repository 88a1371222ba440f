package dev.unirow.migrate.tests.evolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A generated entity, and the rows that its table is to hold. */
final class ModelTable {
    /** Several columns that are searched by together, or that are unique together. */
    record Group(List<String> columns, boolean unique, boolean descending, boolean constraint) {}

    /** The name of the class, the same under every name of the table. */
    final String key;

    String name;

    @Nullable String schema;

    @Nullable String comment;

    /** The strategy that keys come from, if they are generated. */
    @Nullable String generated;

    final List<ModelColumn> columns = new ArrayList<>();
    final List<Group> groups = new ArrayList<>();

    /** By id, of each column's key the plain value. */
    final Map<Integer, Map<String, @Nullable String>> rows = new TreeMap<>();

    ModelTable(String key, String name) {
        this.key = key;
        this.name = name;
    }

    ModelTable copy() {
        ModelTable copy = new ModelTable(key, name);
        copy.schema = schema;
        copy.comment = comment;
        copy.generated = generated;
        columns.forEach(column -> copy.columns.add(column.copy()));
        copy.groups.addAll(groups);
        rows.forEach((id, row) -> copy.rows.put(id, new TreeMap<>(row)));
        return copy;
    }

    ModelColumn column(String columnKey) {
        return columns.stream()
                .filter(column -> column.key.equals(columnKey))
                .findFirst()
                .orElseThrow();
    }

    boolean has(String columnKey) {
        return columns.stream().anyMatch(column -> column.key.equals(columnKey));
    }

    boolean isGrouped(ModelColumn column) {
        return groups.stream().anyMatch(group -> group.columns().contains(column.key));
    }

    boolean isComputedFrom(ModelColumn column) {
        return columns.stream().anyMatch(other -> column.key.equals(other.computedFrom));
    }

    /** A column's values, nulls left out. */
    Stream<String> values(ModelColumn column) {
        return rows.values().stream().map(row -> row.get(column.key)).flatMap(Stream::ofNullable);
    }

    boolean isEmpty(ModelColumn column) {
        return values(column).findAny().isEmpty();
    }

    boolean isFull(ModelColumn column) {
        return values(column).count() == rows.size();
    }

    void remove(ModelColumn column) {
        columns.removeIf(other -> other.key.equals(column.key) || column.key.equals(other.computedFrom));
        groups.removeIf(group -> group.columns().stream().anyMatch(other -> !has(other)));
    }
}
