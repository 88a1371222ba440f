package dev.unirow.migrate.tests;

import static dev.unirow.migrate.tests.RunnerContract.run;
import static dev.unirow.session.Await.await;
import static dev.unirow.testing.Capability.PERSISTENCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.migrate.Migrations;
import dev.unirow.migrate.revision.Autogeneration;
import dev.unirow.session.Database;
import dev.unirow.testing.DatabaseKind;
import dev.unirow.testing.DatabaseTarget;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import java.util.List;
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
