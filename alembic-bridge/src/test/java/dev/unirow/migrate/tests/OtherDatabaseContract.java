package dev.unirow.migrate.tests;

import static dev.unirow.migrate.tests.RunnerContract.run;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.migrate.Autogeneration;
import dev.unirow.migrate.Migrations;
import dev.unirow.session.Database;
import dev.unirow.testing.DatabaseTarget;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Revisions that are made on one kind of database and run on another, which was not there when they were made. */
abstract class OtherDatabaseContract extends MigrationFixture {

    /** Where the revisions are run. */
    abstract DatabaseTarget other();

    @Test
    void revisionsMadeOnOneDatabaseBringTheOtherOneToTheModels() {
        Migrations first = migrations(open(V1), V1);
        run(first.autogenerate("first"));
        run(first.upgrade("head"));
        run(migrations(open(V2), V2).autogenerate("second"));
        url = other().newDatabaseUrl();
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
        run(migrations.downgrade("base"));
        assertThat(await(db.reflect()).tables())
                .extracting(table -> table.name())
                .containsExactly("alembic_version");
    }

    @Test
    void whatOnlySomeDatabasesSeeReachesThem() {
        reaches(
                Changes.UNSEEN.stream()
                        .flatMap(change -> change.before().stream())
                        .toList(),
                Changes.UNSEEN.stream()
                        .flatMap(change -> change.after().stream())
                        .toList());
    }

    /** The only one that MariaDB does not see. */
    @Test
    void aMomentThatIsNoLongerLocalReachesWhoTellsThemApart() {
        Changes.Change moment = Changes.UNSEEN.get(Changes.UNSEEN.size() - 1);
        reaches(moment.before(), moment.after());
    }

    @Test
    void sizesAndOptionsReachEachDatabase() {
        reaches(Changes.SIZES.before(), Changes.SIZES.after());
    }

    /** What a database has written itself is not a difference to who reads it elsewhere. */
    @Test
    void aBaselineOfTheModelsTablesIsCleanFromTheOtherDatabase() {
        List<Class<?>> models = List.of(Changes.Wide.class);
        Database db = open(models);
        await(db.createAll());
        run(migrations(db, models).baseline("as it was"));
        isClean(migrations(db, models));
        url = other().newDatabaseUrl();
        Migrations there = migrations(open(models), models);

        run(there.upgrade("head"));

        isClean(there);
    }

    private void reaches(List<Class<?>> before, List<Class<?>> after) {
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
        url = other().newDatabaseUrl();
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
