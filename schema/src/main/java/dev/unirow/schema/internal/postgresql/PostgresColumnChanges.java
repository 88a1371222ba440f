package dev.unirow.schema.internal.postgresql;

import dev.unirow.schema.Column;
import dev.unirow.schema.ColumnAspect;
import dev.unirow.schema.ColumnOperation.AlterColumn;
import dev.unirow.schema.internal.ddl.TableSql;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Changes of the columns of one table in as few statements as there can be: each is a pass over the rows, under a lock
 * that keeps readers out.
 */
record PostgresColumnChanges(TableSql sql, PostgresCasts casts, List<AlterColumn> changes) {
    List<String> statements() {
        List<String> statements = new ArrayList<>();
        List<String> afterwards = new ArrayList<>();
        List<String> actions = new ArrayList<>();
        Map<String, Set<PostgresColumnChange.Part>> done = new HashMap<>();
        for (PostgresColumnChange change : all()) {
            String column = change.alter().to().name();
            if (change.hasToFollow(done.getOrDefault(column, Set.of()))) {
                statements.add(alterTable(actions));
                actions.clear();
                done.clear();
            }
            actions.addAll(change.actions());
            done.computeIfAbsent(column, none -> EnumSet.noneOf(PostgresColumnChange.Part.class))
                    .addAll(change.parts());
            afterwards.addAll(change.afterwards());
        }
        if (!actions.isEmpty()) {
            statements.add(alterTable(actions));
        }
        statements.addAll(afterwards);
        return statements;
    }

    private String alterTable(List<String> actions) {
        return "alter table " + sql.table(changes.get(0).table()) + " " + String.join(", ", actions);
    }

    private List<PostgresColumnChange> all() {
        Map<String, Column> last = new HashMap<>();
        changes.forEach(change -> last.put(change.to().name(), change.to()));
        List<PostgresColumnChange> all = new ArrayList<>();
        for (AlterColumn change : changes) {
            for (AlterColumn step : steps(change)) {
                Column end = last.getOrDefault(step.to().name(), step.to());
                all.add(new PostgresColumnChange(sql, step, casts, end.defaultValue()));
            }
        }
        return all;
    }

    /** A column that is no longer computed keeps its values, and may have another shape than while it was. */
    private static List<AlterColumn> steps(AlterColumn change) {
        if (!change.isOf(ColumnAspect.GENERATED) || !PostgresColumnChange.keepsValues(change)) {
            return List.of(change);
        }
        Column step = change.from().withGenerated(null);
        List<AlterColumn> steps =
                new ArrayList<>(List.of(new AlterColumn(change.table(), change.from(), step, ColumnAspect.GENERATED)));
        for (ColumnAspect aspect : ColumnAspect.values()) {
            Column next =
                    aspect == ColumnAspect.TYPE ? step.withType(change.to().type()) : aspect.of(change.to(), step);
            if (aspect != ColumnAspect.GENERATED && !next.equals(step)) {
                steps.add(new AlterColumn(change.table(), step, next, aspect));
                step = next;
            }
        }
        return steps;
    }
}
