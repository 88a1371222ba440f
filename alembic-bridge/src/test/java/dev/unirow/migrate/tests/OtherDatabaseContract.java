package dev.unirow.migrate.tests;

import static dev.unirow.migrate.tests.RunnerContract.run;
import static dev.unirow.session.Await.await;
import static dev.unirow.testing.Capability.PERSISTENCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.migrate.Migrations;
import dev.unirow.migrate.revision.Autogeneration;
import dev.unirow.schema.Operation;
import dev.unirow.session.Database;
import dev.unirow.testing.DatabaseKind;
import dev.unirow.testing.DatabaseTarget;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Revisions that are made on one kind of database and run on another, which was not there when they were made. */
@EachDatabase
@Requires(PERSISTENCE)
class OtherDatabaseContract extends MigrationFixture {
    /** Where the revisions are run; SQLite in memory stands for both of SQLite. */
    static Stream<DatabaseKind> others(DatabaseTarget target) {
        return DatabaseKind.selected().stream()
                .filter(other ->
                        other != target && (other.isServer() || target.isServer() && !other.outlivesConnections()));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("others")
    void revisionsMadeOnOneDatabaseBringTheOtherOneToTheModels(DatabaseKind other) {
        Migrations first = migrations(open(V1), V1);
        run(first.autogenerate("first"));
        run(first.upgrade("head"));
        run(migrations(open(V2), V2).autogenerate("second"));
        url = other.newDatabaseUrl();
        Database db = open(V2);
        Migrations migrations = migrations(db, V2);

        run(migrations.upgrade("+1"));
        execute(db, "insert into team (name) values ('Preventers')");
        execute(db, "insert into hero (name, team_id) select 'Rusty-Man', id from team");
        run(migrations.upgrade("head"));

        assertThat(await(migrations.check())).isEmpty();
        run(migrations.downgrade("-1"));
        assertThat(count(db, "hero where team_id = (select id from team)")).isEqualTo(1);
        run(migrations.upgrade("head"));
        assertThat(await(migrations.check())).isEmpty();
        run(migrations.withDestructive().downgrade("base"));
        assertThat(await(db.reflect()).tables())
                .extracting(table -> table.name())
                .containsExactly("alembic_version");
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("others")
    void whatOnlySomeDatabasesSeeReachesThem(DatabaseKind other) {
        reaches(
                other,
                Changes.UNSEEN.stream()
                        .flatMap(change -> change.before().stream())
                        .toList(),
                Changes.UNSEEN.stream()
                        .flatMap(change -> change.after().stream())
                        .toList());
    }

    /** The only one that MariaDB does not see. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("others")
    void aMomentThatIsNoLongerLocalReachesWhoTellsThemApart(DatabaseKind other) {
        Changes.Change moment = Changes.UNSEEN.get(Changes.UNSEEN.size() - 1);
        reaches(other, moment.before(), moment.after());
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("others")
    void sizesAndOptionsReachEachDatabase(DatabaseKind other) {
        reaches(other, Changes.SIZES.before(), Changes.SIZES.after());
    }

    /** What a database has written itself is not a difference to who reads it elsewhere. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("others")
    void aBaselineOfTheModelsTablesIsCleanFromTheOtherDatabase(DatabaseKind other) {
        List<Class<?>> models = List.of(Changes.Wide.class);
        Database db = open(models);
        await(db.createAll());
        run(migrations(db, models).baseline("as it was"));
        isClean(migrations(db, models));
        url = other.newDatabaseUrl();
        Migrations there = migrations(open(models), models);

        run(there.upgrade("head"));

        isClean(there);
    }

    /** Who takes over a database that is not quite that of the models has servers all the same. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("others")
    void aBaselineThatDiffersFromTheModelsLeavesNoOtherDatabaseOut(DatabaseKind other) {
        Database db = open(V2);
        createTables(db, V1, schema -> schema);
        Migrations migrations = migrations(db, V2);
        Autogeneration baseline = await(migrations.baseline("as it was"));
        assertThat(baseline.warnings())
                .hasSize(2)
                .allMatch(warning -> warning.contains("without what this database lacks"));

        Autogeneration rest = await(migrations.autogenerate("to the models"));

        assertThat(rest.warnings()).noneMatch(warning -> warning.contains("There is no section"));
        assertThat(rest.elsewhere())
                .hasSize(2)
                .allSatisfy((kind, operations) -> assertThat(operations)
                        .extracting(Operation::description)
                        .containsExactly("Detected added column 'team.city'"));
        run(migrations.upgrade("head"));
        isClean(migrations);
        url = other.newDatabaseUrl();
        Database elsewhere = open(V2);
        Migrations there = migrations(elsewhere, V2);
        run(there.upgrade("+1"));
        assertThat(await(elsewhere.exists("team", "name"))).isTrue();
        assertThat(await(elsewhere.exists("team", "city"))).isFalse();
        run(there.upgrade("head"));
        isClean(there);
    }

    /** What those have made on the connected database, no snapshot tells of the others. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("others")
    void afterRevisionsOfPythonsOnlyTheConnectedDatabaseHasASection(DatabaseKind other) throws IOException {
        Files.writeString(
                scripts.resolve("27c6a30d7c24_pythons.py"), "revision = '27c6a30d7c24'\ndown_revision = None\n");
        Database db = open(V2);
        createTables(db, V1, schema -> schema);
        Migrations migrations = migrations(db, V2);
        run(migrations.stamp("head"));

        Autogeneration made = await(migrations.autogenerate("goes on"));

        assertThat(made.operations())
                .extracting(Operation::description)
                .contains("Detected added column 'team.city'")
                .noneMatch(found -> found.contains("added table"));
        assertThat(made.elsewhere()).isEmpty();
        assertThat(made.warnings())
                .hasSize(2)
                .allMatch(warning -> warning.startsWith("There is no section for '")
                        && warning.contains(
                                "because revision 27c6a30d7c24 is one of Python's, which leave no snapshot."));
        assertThat(Files.readString(Objects.requireNonNull(
                        Objects.requireNonNull(made.revision()).path())))
                .doesNotContain("[" + (other.isServer() ? other.name().toLowerCase(Locale.ROOT) : "sqlite") + "]");
        run(migrations.upgrade("head"));
        isClean(migrations);
    }

    private void reaches(DatabaseKind other, List<Class<?>> before, List<Class<?>> after) {
        Migrations first = migrations(open(before), before);
        run(first.autogenerate("first"));
        run(first.upgrade("head"));
        isClean(first);
        Migrations second = migrations(open(after), after).withDestructive();

        assertThat(await(second.check())).isNotEmpty();
        Autogeneration made = await(second.autogenerate("second"));

        assertThat(made.revision()).isNotNull();
        assertThat(made.warnings()).isEmpty();
        run(second.upgrade("head"));
        isClean(second);
        url = other.newDatabaseUrl();
        Migrations there = migrations(open(after), after).withDestructive();
        run(there.upgrade("head"));
        isClean(there);
        run(there.downgrade("-1"));
        run(there.upgrade("head"));
        assertThat(await(there.check())).isEmpty();
    }

    private static void isClean(Migrations migrations) {
        assertThat(await(migrations.check())).isEmpty();
        assertThat(await(migrations.autogenerate("again")).revision()).isNull();
    }
}
