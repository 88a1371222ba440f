package dev.unirow.migrate.tests;

import static dev.unirow.migrate.tests.RunnerContract.run;
import static dev.unirow.session.Await.await;
import static dev.unirow.testing.Capability.COMMITTED_DDL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.unirow.migrate.Migrations;
import dev.unirow.migrate.SyncResult;
import dev.unirow.migrate.directory.MigrationsDirectory;
import dev.unirow.migrate.status.DatabaseStatus;
import dev.unirow.schema.Table;
import dev.unirow.schema.engine.Schemas;
import dev.unirow.session.Database;
import dev.unirow.session.exception.UnirowException;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The tables of a new database are all there, with the version, or none is. A view stands where the second table is to
 * be made.
 */
@EachDatabase
class CreationContract extends MigrationFixture {
    @SuppressWarnings("NullAway.Init") // opened before each test
    Database db;

    @SuppressWarnings("NullAway.Init")
    Migrations migrations;

    @BeforeEach
    void openDatabase() {
        db = open(V1);
        migrations = migrations(db);
        revision("a1", "", "-- upgrade\n-- downgrade\n");
        execute(db, "create view hero as select 1 as one");
    }

    private List<String> tables() {
        return await(db.reflect()).tables().stream().map(Table::name).toList();
    }

    private void failHalfWay() {
        assertThatExceptionOfType(UnirowException.class).isThrownBy(() -> run(migrations.create()));
    }

    @Test
    void aFailureInTheMiddleLeavesTheDatabaseAsItWas() {
        failHalfWay();
        assertThat(tables()).isEmpty();
        assertThat(await(migrations.status())).isEqualTo(DatabaseStatus.NO_INFO);
        execute(db, "drop view hero");

        assertThat(await(migrations.sync())).isEqualTo(SyncResult.CREATED);

        assertThat(tables()).containsExactly("alembic_version", "hero", "team");
        assertThat(await(migrations.check())).isEmpty();
    }

    @Test
    void aFailureLeavesWhatWasThereBefore() {
        execute(db, "create table other (id integer primary key)", "insert into other values (1)");
        run(migrations.ensureVersion());

        failHalfWay();

        assertThat(tables()).containsExactly("alembic_version", "other");
        assertThat(count(db, "other")).isEqualTo(1);
    }

    /** The name of its foreign key is taken: of a whole database it can be there once. */
    @Test
    @Requires(COMMITTED_DDL)
    void withoutRevisionsAFailureDropsTheMissingTableAndNoOther() {
        scripts = folder.resolve("none");
        assertThat(MigrationsDirectory.of(scripts).init()).isNotEmpty();
        Migrations without = migrations(db);
        execute(db, "drop view hero");
        execute(
                db,
                Schemas.createAll(db.kind(), only(db.metadata(), "team"), Set.of())
                        .toArray(String[]::new));
        String name =
                db.metadata().table("hero").orElseThrow().foreignKeys().get(0).name();
        execute(
                db,
                "insert into team (name) values ('Preventers')",
                "create table fan (id integer primary key, team bigint,"
                        + " constraint %s foreign key (team) references team (id))".formatted(name));

        assertThatExceptionOfType(UnirowException.class).isThrownBy(() -> run(without.sync()));

        assertThat(await(db.reflect()).tables()).extracting(Table::name).containsExactly("fan", "team");
        assertThat(count(db, "team")).isEqualTo(1);
    }
}
