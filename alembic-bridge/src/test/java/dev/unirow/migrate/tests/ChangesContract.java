package dev.unirow.migrate.tests;

import static dev.unirow.migrate.tests.RunnerContract.run;
import static dev.unirow.session.Await.await;
import static dev.unirow.testing.Capability.PERSISTENCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.migrate.Migrations;
import dev.unirow.migrate.revision.Autogeneration;
import dev.unirow.migrate.tests.changes.AllChanges;
import dev.unirow.migrate.tests.changes.Change;
import dev.unirow.session.Database;
import dev.unirow.testing.DatabaseKind;
import dev.unirow.testing.DatabaseTarget;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of change, written on one database and run on each, up, down and up again, over rows. */
@EachDatabase
@Requires(PERSISTENCE)
@Tag("slow")
class ChangesContract extends MigrationFixture {
    static Stream<DatabaseKind> others(DatabaseTarget target) {
        return DatabaseKind.selected().stream()
                .filter(other -> other == target || other.isServer() || !other.outlivesConnections());
    }

    static Stream<Arguments> eachElsewhere(DatabaseTarget target) {
        return others(target).flatMap(other -> AllChanges.all().stream().map(change -> Arguments.of(other, change)));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("others")
    void allChangesTogetherKeepTheRows(DatabaseKind other) {
        keepTheRows(other, AllChanges.all(), AllChanges.before(), AllChanges.after());
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("eachElsewhere")
    @Tag("deep")
    void eachChangeAloneKeepsTheRows(DatabaseKind other, Change change) {
        keepTheRows(other, List.of(change), change.before(), change.after());
    }

    private void keepTheRows(DatabaseKind other, List<Change> changes, List<Class<?>> before, List<Class<?>> after) {
        Migrations first = of(open(beside(before)), before);
        made(first.autogenerate("before"));
        run(first.upgrade("head"));
        assertThat(await(first.check())).isEmpty();
        Migrations second = of(open(beside(after)), after);
        made(second.withRenames(Change.renames(changes))
                .withFills(Change.fills(changes))
                .autogenerate("after"));
        run(second.upgrade("head"));
        assertThat(await(second.check())).isEmpty();

        url = other.newDatabaseUrl();
        Database db = open(beside(after));
        Migrations is = of(db, after);
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

        made(first.withRenames(Change.renamesBack(changes))
                .withFills(Change.fills(changes))
                .autogenerate("before again"));
        if (!other.outlivesConnections()) {
            return; // no second look with other models
        }
        Migrations was = of(open(beside(before)), before);
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
