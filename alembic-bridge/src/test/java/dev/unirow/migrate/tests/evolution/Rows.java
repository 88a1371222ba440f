package dev.unirow.migrate.tests.evolution;

import static dev.unirow.session.Await.await;

import dev.unirow.session.Database;
import dev.unirow.testing.DatabaseKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of generated tables in one kind of database, by plain SQL. */
record Rows(DatabaseKind kind, Database database) {
    /** Writes rows that are in the model and not in the database yet. */
    void insert(ModelTable table, List<Integer> ids) {
        if (ids.isEmpty()) {
            return;
        }
        List<ModelColumn> given = table.columns.stream()
                .filter(column -> column.computedFrom == null)
                .toList();
        String columns = given.stream()
                .map(column -> ", " + kind.quoted(column.column()))
                .collect(Collectors.joining());
        String values = ids.stream()
                .map(id -> "(" + id
                        + given.stream()
                                .map(column ->
                                        ", " + literal(column, row(table, id).get(column.key)))
                                .collect(Collectors.joining())
                        + ")")
                .collect(Collectors.joining(", "));
        Integer unused = await(database.connect(connection -> connection.execute(
                "insert into " + name(table) + " (" + kind.quoted("id") + columns + ") values " + values)));
    }

    private static Map<String, @Nullable String> row(ModelTable table, int id) {
        return Objects.requireNonNull(table.rows.get(id));
    }

    /** What differs from the model of the rows, a line each. */
    List<String> differences(List<ModelTable> tables) {
        if (tables.isEmpty()) {
            return List.of();
        }
        String counts = tables.stream()
                .map(table -> "select " + Values.text(table.key) + " as t, count(*) as n, sum(case when "
                        + (table.rows.isEmpty()
                                ? "1 = 0"
                                : table.rows.keySet().stream()
                                        .map(id -> condition(table, id))
                                        .collect(Collectors.joining(" or ")))
                        + " then 1 else 0 end) as same from " + name(table))
                .collect(Collectors.joining(" union all "));
        List<String> found = new ArrayList<>();
        await(database.connect(connection -> connection.select(counts))).forEach(row -> {
            ModelTable table = tables.stream()
                    .filter(each -> each.key.equals(String.valueOf(row.get("t")).strip()))
                    .findFirst()
                    .orElseThrow();
            if (number(row.get("n")) != table.rows.size() || number(row.get("same")) != table.rows.size()) {
                found.addAll(details(table));
            }
        });
        return found;
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }

    private String condition(ModelTable table, int id) {
        return table.columns.stream()
                .map(column -> " and " + condition(table, column, id))
                .collect(Collectors.joining("", "(id = " + id, ")"));
    }

    private String condition(ModelTable table, ModelColumn column, int id) {
        String from = column.computedFrom;
        if (from != null && !table.has(from)) {
            return "1 = 1";
        }
        String value = row(table, id).get(from == null ? column.key : from);
        String name = kind.quoted(column.column());
        if (value == null) {
            return name + " is null";
        }
        return name + " = " + (from == null ? literal(column, value) : "" + Long.parseLong(value) * column.factor);
    }

    private List<String> details(ModelTable table) {
        List<String> lines = new ArrayList<>();
        lines.add(table.name + " has "
                + await(database.connect(connection -> connection.select("select * from " + name(table)))).stream()
                        .map(row -> row.values().toString())
                        .toList());
        for (int id : table.rows.keySet()) {
            for (ModelColumn column : table.columns) {
                String condition = condition(table, column, id);
                long count = number(await(database.connect(connection -> connection.select("select count(*) as n from "
                                + name(table) + " where id = " + id + " and " + condition)))
                        .get(0)
                        .get("n"));
                if (count != 1) {
                    lines.add("row " + id + " of " + table.name + " has not: " + condition);
                }
            }
        }
        return lines;
    }

    private String literal(ModelColumn column, @Nullable String value) {
        return value == null ? "null" : column.type.values().sql(kind, value);
    }

    private String name(ModelTable table) {
        return (table.schema == null ? "" : kind.quoted(table.schema) + ".") + kind.quoted(table.name);
    }
}
