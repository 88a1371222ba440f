package dev.unirow.migrate.tests.changes;

import java.util.List;
import java.util.stream.Stream;

/** Each kind of change, in the order of the page about them. */
public final class AllChanges {
    /**
     * Those of one kind.
     *
     * @param about a heading
     */
    public record Group(String about, List<Change> changes) {}

    private static final List<Group> EVERYWHERE = List.of(
            new Group("Tables", TableChanges.ALL),
            new Group("Columns", ColumnChanges.ALL),
            new Group("Types", TypeChanges.ALL),
            new Group("Rules", RuleChanges.ALL),
            new Group("Indexes and unique columns", IndexChanges.ALL),
            new Group("References", ReferenceChanges.ALL),
            new Group("What the database computes or counts", GeneratedChanges.ALL));

    private static final Group WITH_SCHEMAS = new Group("Tables in other schemas", SchemaChanges.ALL);

    private AllChanges() {}

    public static List<Group> groups() {
        return Stream.concat(EVERYWHERE.stream(), Stream.of(WITH_SCHEMAS)).toList();
    }

    /** Those that each kind of database can make. */
    public static List<Change> all() {
        return EVERYWHERE.stream().flatMap(group -> group.changes().stream()).toList();
    }

    /** Those that need a database with schemas. */
    public static List<Change> withSchemas() {
        return WITH_SCHEMAS.changes();
    }

    public static List<Class<?>> before(List<Change> changes) {
        return changes.stream()
                .<Class<?>>flatMap(change -> change.before().stream())
                .distinct()
                .toList();
    }

    public static List<Class<?>> after(List<Change> changes) {
        return changes.stream()
                .<Class<?>>flatMap(change -> change.after().stream())
                .distinct()
                .toList();
    }
}
