package dev.unirow.migrate.tests.evolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Models that change at random, and rows that are to stay. The same seed gives the same again. */
final class Evolution {
    static final List<Change> CHANGES = Stream.of(ShapeChanges.ALL, RuleChanges.ALL, TypeChanges.ALL)
            .flatMap(List::stream)
            .toList();

    final List<ModelTable> tables = new ArrayList<>();
    private final Random random;
    private final String prefix;
    private final @Nullable String schema;
    private final AtomicInteger keys = new AtomicInteger();

    /**
     * @param place tells it from others that share its databases
     * @param schema where its tables are, if not where the connection is
     */
    Evolution(long seed, int place, @Nullable String schema) {
        this.schema = schema;
        this.random = new Random(seed * 31 + 7);
        this.prefix = "S" + place;
    }

    Step start() {
        Step step = new Step();
        for (int i = 0; i < 3; i++) {
            ShapeChanges.addTable(draw(step));
        }
        for (int i = 0; i < 4; i++) {
            Change change = CHANGES.get(random.nextInt(ShapeChanges.ALL.size()));
            if (List.of("a reference is added", "an index is added", "a computed column is added")
                            .contains(change.name())
                    || change.name().equals("columns together become unique")) {
                step.touched.clear();
                record(step, change);
            }
        }
        step.names.clear();
        return step;
    }

    /** One to four changes, that the tables have a place for. */
    Step next() {
        Step step = new Step();
        for (ModelTable table : tables) {
            step.names.add(table.name.substring(prefix.length()));
            for (ModelColumn column : table.columns) {
                step.names.add(column.name);
                step.names.add(column.name.replaceAll("_id$", ""));
            }
        }
        int wanted = 1 + random.nextInt(4);
        for (int made = 0; made < wanted; ) {
            if (record(step, CHANGES.get(random.nextInt(CHANGES.size())))) {
                made++;
            }
        }
        return step;
    }

    private boolean record(Step step, Change change) {
        boolean made = change.make().test(draw(step));
        if (made) {
            step.drawn.add(change.name());
        }
        return made;
    }

    private Draw draw(Step step) {
        return new Draw(random, prefix, schema, keys, tables, step);
    }

    /** A few rows more in each table, which refer to those that were there. */
    void addRows() {
        Map<String, List<Integer>> present = new TreeMap<>();
        tables.forEach(table -> present.put(table.key, List.copyOf(table.rows.keySet())));
        for (ModelTable table : tables) {
            int count = 1 + random.nextInt(2);
            for (int i = 0; i < count; i++) {
                int id = table.rows.keySet().stream().mapToInt(n -> n).max().orElse(0) + 1;
                Map<String, @Nullable String> row = new TreeMap<>();
                for (ModelColumn column : table.columns) {
                    row.put(column.key, value(column, id, present));
                }
                if (table.columns.stream().noneMatch(column -> column.required && row.get(column.key) == null)) {
                    table.rows.put(id, row);
                }
            }
        }
    }

    private @Nullable String value(ModelColumn column, int id, Map<String, List<Integer>> present) {
        if (column.computedFrom != null || !column.required && random.nextInt(3) == 0) {
            return null;
        }
        if (column.reference != null) {
            List<Integer> others = present.getOrDefault(column.reference, List.of());
            return others.isEmpty() ? null : "" + others.get(random.nextInt(others.size()));
        }
        return column.value(id);
    }

    List<ModelTable> copy() {
        return tables.stream().map(ModelTable::copy).toList();
    }
}
