package dev.unirow.migrate.tests.changes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Models before and after one change, whose tables no other change has.
 *
 * @param renames what only a person can know: {@code old=new} of a table, {@code table.old=new} of a column
 * @param fills what rows get in columns that become required
 * @param rows statements that fill the tables as they were
 * @param kept what the tables as they were answer, and answer again after the way back
 * @param keptAfter what the changed tables answer in the same words
 */
public record Change(
        String name,
        List<Class<?>> before,
        List<Class<?>> after,
        List<String> renames,
        List<String> fills,
        List<String> rows,
        @Nullable String kept,
        @Nullable String keptAfter) {
    static Change of(String name) {
        return new Change(name, List.of(), List.of(), List.of(), List.of(), List.of(), null, null);
    }

    Change from(Class<?>... models) {
        return new Change(name, List.of(models), after, renames, fills, rows, kept, keptAfter);
    }

    Change to(Class<?>... models) {
        return new Change(name, before, List.of(models), renames, fills, rows, kept, keptAfter);
    }

    Change renaming(String rename) {
        return new Change(name, before, after, List.of(rename), fills, rows, kept, keptAfter);
    }

    Change filling(String fill) {
        return new Change(name, before, after, renames, List.of(fill), rows, kept, keptAfter);
    }

    Change with(String... statements) {
        return new Change(name, before, after, renames, fills, List.of(statements), kept, keptAfter);
    }

    /** The same question before and after. */
    Change keeping(String query) {
        return keeping(query, query);
    }

    Change keeping(String query, @Nullable String queryAfter) {
        return new Change(name, before, after, renames, fills, rows, query, queryAfter);
    }

    public static List<String> renames(List<Change> changes) {
        return changes.stream().flatMap(change -> change.renames().stream()).toList();
    }

    public static List<String> fills(List<Change> changes) {
        return changes.stream().flatMap(change -> change.fills().stream()).toList();
    }

    public static List<String> renamesBack(List<Change> changes) {
        return renames(changes).stream()
                .map(rename -> rename.contains(".")
                        ? rename.replaceAll("(.*)\\.(.*)=(.*)", "$1.$3=$2")
                        : rename.replaceAll("(.*)=(.*)", "$2=$1"))
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
