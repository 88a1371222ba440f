package dev.unirow.migrate.tests;

import static dev.unirow.migrate.tests.RunnerContract.run;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.migrate.Migrations;
import dev.unirow.session.Database;
import dev.unirow.testing.DatabaseTarget;
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
}
