package dev.unirow.migrate.tests;

import static dev.unirow.migrate.tests.RunnerContract.run;
import static dev.unirow.session.Await.await;
import static dev.unirow.testing.Capability.PERSISTENCE;
import static dev.unirow.testing.Capability.SCHEMAS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import dev.unirow.migrate.Migrations;
import dev.unirow.migrate.revision.Autogeneration;
import dev.unirow.migrate.tests.changes.AllChanges;
import dev.unirow.migrate.tests.changes.Change;
import dev.unirow.schema.Target;
import dev.unirow.session.Database;
import dev.unirow.testing.DatabaseKind;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of change, written on one database and run on each, up, down and up again, over rows. */
@EachDatabase
@Requires(PERSISTENCE)
@Tag("slow")
class ChangesContract extends MigrationFixture {
    @Test
    void allChangesTogetherKeepTheRows() {
        keepTheRows(AllChanges.all(), DatabaseKind.selected(), Target.sqlite(), Target.postgresql(), Target.mariadb());
    }

    @ParameterizedTest
    @MethodSource("dev.unirow.migrate.tests.changes.AllChanges#all")
    @Tag("deep")
    void eachChangeAloneKeepsTheRows(Change change) {
        keepTheRows(List.of(change), DatabaseKind.selected(), Target.sqlite(), Target.postgresql(), Target.mariadb());
    }

    @Test
    @Requires(SCHEMAS)
    void changesInOtherSchemasKeepTheRows() {
        keepTheRows(AllChanges.withSchemas(), List.of(target.kind()), targetOf(open(List.of())));
    }

    /** Written once and run on each, which knows the models from the migrations alone and so is opened once for all. */
    private void keepTheRows(List<Change> changes, Collection<DatabaseKind> kinds, Target... targets) {
        List<Class<?>> before = AllChanges.before(changes);
        List<Class<?>> after = AllChanges.after(changes);
        Migrations was = of(open(beside(before)), before).withTargets(targets);
        made(was.autogenerate("before"));
        run(was.upgrade("head"));
        assertThat(await(was.check())).isEmpty();
        Migrations is = of(open(beside(after)), after).withTargets(targets);
        made(is.withRenames(Change.renames(changes))
                .withFills(Change.fills(changes))
                .autogenerate("after"));
        run(is.upgrade("head"));
        assertThat(await(is.check())).isEmpty();

        Map<DatabaseKind, Database> readers = readers(kinds);
        Map<DatabaseKind, Map<String, String>> kept = new EnumMap<>(DatabaseKind.class);
        onEach(readers, (kind, db) -> kept.put(kind, change(db, changes, alone(db, after))));
        made(was.withRenames(Change.renamesBack(changes))
                .withFills(Change.fills(changes))
                .autogenerate("before again"));
        onEach(readers, (kind, db) -> changeBack(db, changes, alone(db, before), kept.getOrDefault(kind, Map.of())));
        readers.values().forEach(Database::close);
    }

    private Map<DatabaseKind, Database> readers(Collection<DatabaseKind> kinds) {
        Map<DatabaseKind, Database> readers = new EnumMap<>(DatabaseKind.class);
        for (DatabaseKind kind : kinds) {
            if (kind == target || kind.isServer() || !kind.outlivesConnections()) {
                url = kind.newDatabaseUrl();
                readers.put(kind, open(List.of()));
            }
        }
        return readers;
    }

    private void onEach(Map<DatabaseKind, Database> readers, BiConsumer<DatabaseKind, Database> work) {
        assertAll(readers.entrySet().stream().map(reader -> () -> {
            try {
                work.accept(reader.getKey(), reader.getValue());
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError("Written on %s, run on %s".formatted(target, reader.getKey()), failure);
            }
        }));
    }

    /** Up, down and up, over rows; what the tables answer each time. */
    private static Map<String, String> change(Database db, List<Change> changes, Migrations is) {
        run(is.upgrade("+1"));
        changes.forEach(change -> execute(db, change.rows().toArray(String[]::new)));
        Map<String, String> kept = answers(db, changes, true);

        run(is.upgrade("head"));
        assertThat(await(is.check())).as("after the way up").isEmpty();
        assertThat(answers(db, changes, false)).as("after the way up").isEqualTo(kept);

        run(is.downgrade("-1"));
        assertThat(answers(db, changes, true)).as("after the way down").isEqualTo(kept);

        run(is.upgrade("head"));
        assertThat(await(is.check())).as("after the second way up").isEmpty();
        assertThat(answers(db, changes, false)).as("after the second way up").isEqualTo(kept);
        return kept;
    }

    private static void changeBack(Database db, List<Change> changes, Migrations was, Map<String, String> kept) {
        run(was.upgrade("head"));
        assertThat(await(was.check())).as("after the change back").isEmpty();
        assertThat(answers(db, changes, true)).as("after the change back").isEqualTo(kept);

        run(was.downgrade("-1"));
        assertThat(answers(db, changes, false)).as("before the change back").isEqualTo(kept);
        run(was.downgrade("base"));
    }

    private Migrations of(Database db, List<Class<?>> models) {
        return migrations(db, beside(models)).withDestructive();
    }

    /** Of no other kind: that the revision is whole for those is checked where it is written. */
    private Migrations alone(Database db, List<Class<?>> models) {
        return of(db, models).withTargets(targetOf(db));
    }

    /** Something stays as it is: no database is without models. */
    private static List<Class<?>> beside(List<Class<?>> models) {
        List<Class<?>> all = new ArrayList<>(models);
        all.add(Changes.Wide.class);
        return all;
    }

    private static void made(Uni<Autogeneration> making) {
        Autogeneration made = await(making);
        assertThat(made.revision()).isNotNull();
        assertThat(made.warnings())
                .filteredOn(warning -> warning.startsWith("There is no section"))
                .isEmpty();
    }

    /** What the tables answer, by the name of the change. */
    private static Map<String, String> answers(Database db, List<Change> changes, boolean before) {
        Map<String, String> answers = new TreeMap<>();
        for (Change change : changes) {
            String query = before ? change.kept() : change.keptAfter();
            if (query != null) {
                answers.put(
                        change.name(),
                        await(db.connect(connection -> connection.select(query))).stream()
                                .map(row -> row.values().toString())
                                .toList()
                                .toString());
            }
        }
        return answers;
    }
}
