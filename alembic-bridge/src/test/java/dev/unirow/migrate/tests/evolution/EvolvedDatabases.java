package dev.unirow.migrate.tests.evolution;

import static dev.unirow.session.Await.await;

import dev.unirow.migrate.Migrations;
import dev.unirow.migrate.directory.MigrationsDirectory;
import dev.unirow.migrate.revision.Autogeneration;
import dev.unirow.migrate.revision.Revision;
import dev.unirow.migrate.revision.SnapshotDifferences;
import dev.unirow.model.Naming;
import dev.unirow.schema.Operation;
import dev.unirow.schema.Target;
import dev.unirow.session.Database;
import dev.unirow.testing.DatabaseKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One folder of revisions, and a database of each kind that they are run on. */
final class EvolvedDatabases {
    private final Path scripts;
    private final JavaModels java;
    private final Random random;

    /** PostgreSQL alone has schemas: a MariaDB database would be there for all others, too. */
    private final boolean inSchema;

    private final Map<DatabaseKind, String> urls = new EnumMap<>(DatabaseKind.class);
    private final Set<String> inserted = new HashSet<>();
    private String told = "";

    EvolvedDatabases(Path folder, Random random, boolean inSchema) {
        this.inSchema = inSchema;
        this.scripts = folder.resolve("migrations");
        this.java = new JavaModels(folder.resolve("classes"));
        this.random = random;
        List<Path> made = MigrationsDirectory.of(scripts).init();
        assert !made.isEmpty();
        DatabaseKind.selected().stream()
                .filter(kind -> inSchema ? kind == DatabaseKind.POSTGRESQL : kind.outlivesConnections())
                .forEach(kind -> urls.put(kind, kind.newDatabaseUrl()));
    }

    /** What was made last, for the report of a failure. */
    String told() {
        return told;
    }

    /**
     * Makes a revision on one database, runs it on all, and may take it back and run it again.
     *
     * @param moreRows adds rows to the tables after it
     */
    void step(int number, List<ModelTable> before, List<ModelTable> after, List<Step> steps, Runnable moreRows) {
        List<Class<?>> models = java.of(after);
        List<String> renames =
                steps.stream().flatMap(step -> step.renames.stream()).toList();
        List<String> fills = steps.stream().flatMap(step -> step.fills.stream()).toList();
        Map<DatabaseKind, Database> open = new EnumMap<>(DatabaseKind.class);
        try {
            urls.forEach((kind, url) -> open.put(kind, Database.open(url, models.toArray(Class<?>[]::new))));
            DatabaseKind maker = List.copyOf(open.keySet()).get(random.nextInt(open.size()));
            told = "step " + number + " made on " + maker + ": "
                    + steps.stream().flatMap(step -> step.drawn.stream()).toList() + renames + fills;
            Autogeneration made = await(migrations(open.get(maker))
                    .withModels(Naming.standard(), models)
                    .withRenames(renames)
                    .withFills(fills)
                    .autogenerate("step " + number));
            Revision revision = made.revision();
            told += revision == null ? "\nno revision" : "\n" + text(revision.path());
            expect(
                    "warnings",
                    made.warnings().stream()
                            .filter(line -> line.startsWith("There is no section"))
                            .toList());
            boolean back = revision != null && random.nextBoolean();
            open.forEach((kind, database) -> {
                Migrations migrations = migrations(database);
                Rows rows = new Rows(kind, database);
                up(kind, migrations, rows, after);
                if (back) {
                    var unused = await(migrations.downgrade("-1"));
                    expect(kind + " after the way down", rows.differences(kept(before, after, steps)));
                    up(kind, migrations, rows, after);
                }
            });
            SnapshotDifferences offline = await(migrations(open.get(maker))
                    .withModels(Naming.standard(), models)
                    .checkOffline());
            expect("offline", offline.isClean() ? List.of() : List.of(offline.toString()));
            moreRows.run();
            open.forEach((kind, database) -> insert(new Rows(kind, database), after));
            after.forEach(table -> table.rows.keySet().forEach(id -> inserted.add(table.key + id)));
        } finally {
            open.values().forEach(Database::close);
        }
    }

    private void up(DatabaseKind kind, Migrations migrations, Rows rows, List<ModelTable> after) {
        var unused = await(migrations.upgrade());
        expect(
                kind + " after the way up",
                await(migrations.check()).stream().map(Operation::description).toList());
        expect(kind + " after the way up", rows.differences(after));
    }

    /** What the tables hold that are there before and after, without columns that may hold something else. */
    private static List<ModelTable> kept(List<ModelTable> before, List<ModelTable> after, List<Step> steps) {
        List<ModelTable> kept = new ArrayList<>();
        for (ModelTable was : before) {
            after.stream().filter(is -> is.key.equals(was.key)).findFirst().ifPresent(is -> {
                ModelTable table = was.copy();
                table.columns.removeIf(column -> !is.has(column.key)
                        || steps.stream().anyMatch(step -> step.lossy.contains(column.key))
                        || was.rows.keySet().stream().anyMatch(id -> isFilled(was, is, column, id)));
                kept.add(table);
            });
        }
        return kept;
    }

    private static boolean isFilled(ModelTable was, ModelTable is, ModelColumn column, int id) {
        return value(was, column, id) == null && value(is, column, id) != null;
    }

    private static @Nullable String value(ModelTable table, ModelColumn column, int id) {
        return Objects.requireNonNull(table.rows.get(id)).get(column.key);
    }

    private void insert(Rows rows, List<ModelTable> tables) {
        for (ModelTable table : tables) {
            rows.insert(
                    table,
                    table.rows.keySet().stream()
                            .filter(id -> !inserted.contains(table.key + id))
                            .toList());
        }
        expect(rows.kind() + " after new rows", rows.differences(tables));
    }

    /** All revisions at once, where a database is gone with its connections. */
    void inMemory(List<ModelTable> tables) {
        List<Class<?>> models = java.of(tables);
        try (Database database =
                Database.open(DatabaseKind.SQLITE_MEMORY.newDatabaseUrl(), models.toArray(Class<?>[]::new))) {
            Migrations migrations = migrations(database);
            var unused = await(migrations.upgrade());
            expect(
                    "memory",
                    await(migrations.check()).stream()
                            .map(Operation::description)
                            .toList());
        }
    }

    private Migrations migrations(@Nullable Database database) {
        Migrations migrations = Migrations.of(Objects.requireNonNull(database), MigrationsDirectory.of(scripts))
                .withDestructive()
                .withProgress(line -> {});
        return inSchema ? migrations.withTargets(Target.postgresql()) : migrations;
    }

    private static void expect(String what, List<String> differences) {
        if (!differences.isEmpty()) {
            throw new AssertionError(what + ": " + String.join("\n", differences));
        }
    }

    private static String text(@Nullable Path file) {
        try {
            return Files.readString(Objects.requireNonNull(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
