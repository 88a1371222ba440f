package dev.unirow.migrate.tests.changes;

import java.util.List;

/** Each kind of change, in the order of the page about them. */
public final class AllChanges {
    /**
     * Those of one kind.
     *
     * @param about a heading
     */
    public record Group(String about, List<Change> changes) {}

    public static final List<Group> GROUPS = List.of(
            new Group("Tables", TableChanges.ALL),
            new Group("Columns", ColumnChanges.ALL),
            new Group("Types", TypeChanges.ALL),
            new Group("Rules", RuleChanges.ALL),
            new Group("Indexes and unique columns", IndexChanges.ALL),
            new Group("References", ReferenceChanges.ALL),
            new Group("What the database computes or counts", GeneratedChanges.ALL));

    private AllChanges() {}

    public static List<Change> all() {
        return GROUPS.stream().flatMap(group -> group.changes().stream()).toList();
    }

    public static List<Class<?>> before() {
        return all().stream()
                .<Class<?>>flatMap(change -> change.before().stream())
                .distinct()
                .toList();
    }

    public static List<Class<?>> after() {
        return all().stream()
                .<Class<?>>flatMap(change -> change.after().stream())
                .distinct()
                .toList();
    }
}
