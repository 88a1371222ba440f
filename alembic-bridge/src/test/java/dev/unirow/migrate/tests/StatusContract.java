package dev.unirow.migrate.tests;

import static dev.unirow.migrate.tests.RunnerContract.run;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.unirow.migrate.Migrations;
import dev.unirow.migrate.SyncResult;
import dev.unirow.migrate.directory.MigrationsDirectory;
import dev.unirow.migrate.exception.UnexpectedStatusException;
import dev.unirow.migrate.status.DatabaseStatus;
import dev.unirow.schema.Operation;
import dev.unirow.schema.Schema;
import dev.unirow.schema.Table;
import dev.unirow.schema.engine.Schemas;
import dev.unirow.session.Database;
import dev.unirow.session.DatabaseHealth;
import dev.unirow.testing.Capability;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a database is found to be, and what is done about it. */
@EachDatabase
class StatusContract extends MigrationFixture {
    private static final String NOTHING = "-- upgrade\n-- downgrade\n";

    @SuppressWarnings("NullAway.Init") // opened before each test
    Database db;

    @SuppressWarnings("NullAway.Init")
    Migrations migrations;

    @BeforeEach
    void openDatabase() {
        db = open(V1);
        migrations = migrations(db);
    }

    @Test
    void aNewDatabaseIsCreatedAndStamped() {
        revision("a1", "", NOTHING);
        assertThat(await(migrations.status())).isEqualTo(DatabaseStatus.NO_INFO);

        assertThat(await(migrations.sync())).isEqualTo(SyncResult.CREATED);

        assertThat(await(migrations.versions())).containsExactly("a1");
        assertThat(await(migrations.sync())).isEqualTo(SyncResult.ALREADY_UP_TO_DATE);
        assertThat(await(migrations.check())).isEmpty();
    }

    @Test
    void healthTellsHowTheDatabaseStandsToItsRevisions() {
        revision("a1", "", NOTHING);
        try (Database watched = Database.builder(target.newDatabaseUrl())
                .models(V1.toArray(Class<?>[]::new))
                .migrations(scripts)
                .open()) {
            DatabaseHealth before = await(watched.health());
            assertThat(before.reachable()).isTrue();
            assertThat(before.ready()).isFalse();
            assertThat(before.findings())
                    .containsExactly(
                            new DatabaseHealth.Finding("migrations", false, "It is empty. Create or upgrade it."));

            run(Migrations.of(watched, MigrationsDirectory.of(scripts)).create());
            DatabaseHealth after = await(watched.health());
            assertThat(after.ready()).isTrue();
            assertThat(after.findings())
                    .containsExactly(new DatabaseHealth.Finding(
                            "migrations", true, "All revisions are applied. Nothing needs to be done."));

            revision("b2", "a1", NOTHING);
            assertThat(await(watched.health()).ready()).isFalse();
        }
        assertThat(await(db.health()).findings()).isEmpty(); // it has no such folder
    }

    @Test
    void twoProgramsThatSyncANewDatabaseCreateItOnce() {
        revision("a1", "", NOTHING);

        List<SyncResult> both =
                await(Uni.join().all(migrations.sync(), migrations.sync()).andCollectFailures());

        assertThat(both).containsExactlyInAnyOrder(SyncResult.CREATED, SyncResult.ALREADY_UP_TO_DATE);
        assertThat(await(migrations.versions())).containsExactly("a1");
    }

    @Test
    @Requires(Capability.PERSISTENCE)
    void aDatabaseThatIsCreatedWhileItIsLookedAtIsNotTakenForOneWithoutAVersion() {
        revision("a1", "", NOTHING);
        AtomicBoolean created = new AtomicBoolean();
        try (Database looking = Database.builder(url)
                .models(V1.toArray(Class<?>[]::new))
                .listener(statement -> {
                    if (statement.sql().contains("version_num") && created.compareAndSet(false, true)) {
                        CompletableFuture.runAsync(() -> run(migrations.create()))
                                .join();
                    }
                })
                .open()) {
            assertThat(await(migrations(looking).status())).isEqualTo(DatabaseStatus.UP_TO_DATE);
        }
        assertThat(created).isTrue();
    }

    @Test
    void withoutRevisionsANewDatabaseIsCreatedOnlyOnce() {
        assertThat(await(migrations.sync())).isEqualTo(SyncResult.CREATED);

        assertThat(await(migrations.sync())).isEqualTo(SyncResult.ALREADY_UP_TO_DATE);
    }

    @Test
    void withoutRevisionsTheTablesThatAreMissingAreMade() {
        make(only(db.metadata(), "team"));
        execute(db, "insert into team (name) values ('Preventers')");
        assertThat(await(migrations.status())).isEqualTo(DatabaseStatus.INCOMPLETE);
        assertThat(differences()).containsExactly("Detected added table 'hero'");

        assertThat(await(migrations.sync())).isEqualTo(SyncResult.CREATED);

        assertThat(await(migrations.check())).isEmpty();
        assertThat(count(db, "team")).isEqualTo(1);
        assertThat(await(migrations.sync())).isEqualTo(SyncResult.ALREADY_UP_TO_DATE);
        execute(db, "drop table hero");
        run(migrations.create());
        assertThat(await(migrations.status())).isEqualTo(DatabaseStatus.UP_TO_DATE);
        assertThat(count(db, "team")).isEqualTo(1);
    }

    @Test
    void withoutRevisionsATableThatLacksAColumnIsNotPassedOver() {
        await(db.createAll());
        execute(db, "alter table team drop column name");

        refusesToSync(DatabaseStatus.UNMANAGED);
        assertThat(differences()).containsExactly("Detected added column 'team.name'");
        assertThatExceptionOfType(UnexpectedStatusException.class)
                .isThrownBy(() -> run(migrations.create()))
                .withMessage(
                        "'create' was refused, and nothing was changed: the database is UNMANAGED, which means that it has"
                                + " tables but no version, and they are not what the models ask for: Detected added column"
                                + " 'team.name'. Write the tables down as they are, as a 'baseline' in the folder of revisions"
                                + " that 'init' makes; then 'make' a revision of the difference and apply it.");
    }

    @Test
    void withoutRevisionsAColumnOfAnotherTypeIsNotPassedOver() {
        Table team = db.metadata().table("team").orElseThrow();
        make(Schema.of(List.of(team.withColumns(team.columns().stream()
                .map(column -> column.name().equals("name") ? column.withType("integer") : column)
                .toList()))));

        refusesToSync(DatabaseStatus.UNMANAGED);
        assertThat(differences())
                .hasSize(2)
                .anyMatch(found -> found.startsWith("Detected type change from ") && found.endsWith(" on 'team.name'"))
                .contains("Detected added table 'hero'");
    }

    @Test
    void withoutRevisionsWhatTheModelsDoNotKnowIsNoDifference() {
        await(db.createAll());
        execute(
                db,
                "create table other (id integer primary key)",
                "create index by_name on team (name)",
                "create view names as select name from team");

        assertThat(await(migrations.status())).isEqualTo(DatabaseStatus.UP_TO_DATE);
        assertThat(await(migrations.sync())).isEqualTo(SyncResult.ALREADY_UP_TO_DATE);
    }

    @Test
    void withoutRevisionsAModelMayReadAView() {
        await(db.createAll());
        execute(db, "drop table hero", "create view hero as select id, name, id as team_id from team");

        assertThat(await(migrations.status())).isEqualTo(DatabaseStatus.UP_TO_DATE);
        run(migrations.create());
    }

    @Test
    void withoutRevisionsHealthTellsWhatTheTablesLack() {
        try (Database watched = Database.builder(target.newDatabaseUrl())
                .models(V1.toArray(Class<?>[]::new))
                .migrations(scripts)
                .open()) {
            execute(
                    watched,
                    Schemas.createAll(watched.kind(), only(watched.metadata(), "team"), Set.of())
                            .toArray(String[]::new));
            assertThat(await(watched.health()).ready()).isFalse();
            assertThat(await(watched.health()).findings())
                    .containsExactly(new DatabaseHealth.Finding(
                            "migrations",
                            false,
                            "Tables of the models are missing, and there are no revisions: Detected added table 'hero'."
                                    + " Create or sync it, which makes them."));

            run(Migrations.of(watched, MigrationsDirectory.of(scripts)).create());
            assertThat(await(watched.health()).ready()).isTrue();
            execute(watched, "alter table team drop column name");
            assertThat(await(watched.health()).findings()).singleElement().satisfies(finding -> {
                assertThat(finding.ok()).isFalse();
                assertThat(finding.text()).contains("Detected added column 'team.name'. Write the tables down");
            });
        }
    }

    private void make(Schema schema) {
        execute(db, Schemas.createAll(db.kind(), schema, Set.of()).toArray(String[]::new));
    }

    private List<String> differences() {
        return await(migrations.standing()).differences().stream()
                .map(Operation::description)
                .toList();
    }

    @Test
    void anOlderDatabaseIsUpgraded() {
        revision("a1", "", NOTHING);
        run(migrations.create());
        revision("b2", "a1", NOTHING);
        assertThat(await(migrations.status())).isEqualTo(DatabaseStatus.UPGRADE_AVAILABLE);

        assertThat(await(migrations.sync())).isEqualTo(SyncResult.UPGRADED);

        assertThat(await(migrations.versions())).containsExactly("b2");
    }

    @Test
    void tablesWithoutAVersionAreLeftAlone() {
        revision("a1", "", NOTHING);
        await(db.createAll());

        refusesToSync(DatabaseStatus.UNMANAGED);
        assertThatExceptionOfType(UnexpectedStatusException.class)
                .isThrownBy(() -> run(migrations.create()))
                .withMessage(
                        "'create' was refused, and nothing was changed: the database is UNMANAGED, which means that it has"
                                + " tables but no version. Stamp it with the revision that its tables are at.");
        assertThat(await(migrations.versions())).isEmpty();
    }

    @Test
    void anUnknownVersionIsLeftAlone() {
        revision("a1", "", NOTHING);
        run(migrations.create());
        execute(db, "update alembic_version set version_num = 'ffff'");

        refusesToSync(DatabaseStatus.UNKNOWN_REVISION);
    }

    @Test
    void aVersionBeyondAllFilesIsLeftAlone() {
        revision("a1", "", NOTHING);
        run(migrations.create());
        execute(db, "insert into alembic_version (version_num) values ('ffff')");

        refusesToSync(DatabaseStatus.AHEAD);
    }

    @Test
    void whatNewerCodeHasLeftIsLeftAlone() {
        revision("a1", "", NOTHING);
        run(migrations.create());
        execute(db, "alter table team add column city varchar(20)", "update alembic_version set version_num = 'b2'");

        refusesToSync(DatabaseStatus.AHEAD);
    }

    @Test
    void severalHeadsAreLeftAloneUntilAllAreApplied() {
        revision("a1", "", NOTHING);
        run(migrations.create());
        revision("b2", "a1", NOTHING);
        revision("c3", "a1", NOTHING);

        refusesToSync(DatabaseStatus.DIVERGED);
        run(migrations.upgrade("heads"));
        assertThat(await(migrations.status())).isEqualTo(DatabaseStatus.UP_TO_DATE);
    }

    @Test
    void twoRowsOfOneLineAreDivergedUntilAStampSaysWhichOneHolds() {
        revision("a1", "", NOTHING);
        run(migrations.create());
        revision("b2", "a1", NOTHING);
        revision("c3", "b2", NOTHING);
        for (String stamped : List.of("head", "b2", "a1")) {
            run(migrations.stampPurged("a1"));
            execute(db, "insert into alembic_version (version_num) values ('c3')");

            refusesToSync(DatabaseStatus.DIVERGED);
            assertThat(await(migrations.standing()).meaning())
                    .isEqualTo("its version table has several rows of one line, and other rows follow 'a1'");
            run(migrations.stamp(stamped));
            assertThat(await(migrations.versions())).containsExactly(stamped.equals("head") ? "c3" : stamped);
            assertThat(await(migrations.status()))
                    .isEqualTo(stamped.equals("head") ? DatabaseStatus.UP_TO_DATE : DatabaseStatus.UPGRADE_AVAILABLE);
        }
    }

    @Test
    void aStampLeavesRowsOfOtherBranchesAlone() {
        revision("a1", "", NOTHING);
        revision("b2", "a1", NOTHING);
        revision("c3", "a1", NOTHING);
        run(migrations.stamp("b2"));
        execute(db, "insert into alembic_version (version_num) values ('a1'), ('c3')");

        run(migrations.stamp("b2"));
        assertThat(await(migrations.versions())).containsExactlyInAnyOrder("b2", "c3");
        execute(db, "insert into alembic_version (version_num) values ('a1')");

        run(migrations.stamp("heads"));
        assertThat(await(migrations.versions())).containsExactlyInAnyOrder("b2", "c3");
        assertThat(await(migrations.status())).isEqualTo(DatabaseStatus.UP_TO_DATE);
    }

    @Test
    @Requires(Capability.PERSISTENCE)
    void migrationsOfADatabaseAreThoseOfItsFolder() {
        revision("a1", "", NOTHING);
        try (Database configured = Database.builder(url).migrations(scripts).open()) {
            Migrations own = Migrations.of(configured);

            assertThat(await(own.upgrade())).hasSize(1);

            assertThat(await(own.versions())).containsExactly("a1");
            assertThat(await(own.upgrade())).isEmpty();
        }
    }

    @Test
    void droppingTakesTheVersionAlongAndWorksWithoutOne() {
        revision("a1", "", NOTHING);
        run(migrations.create());

        run(migrations.drop());
        assertThat(await(db.reflect()).tables()).isEmpty();
        run(migrations.drop());

        assertThat(await(migrations.status())).isEqualTo(DatabaseStatus.NO_INFO);
    }

    @Test
    void theVersionTableCanBeMadeAlone() {
        run(migrations.ensureVersion());
        run(migrations.ensureVersion());

        assertThat(await(db.reflect()).table("alembic_version")).isPresent();
    }

    private void refusesToSync(DatabaseStatus status) {
        assertThat(await(migrations.status())).isEqualTo(status);
        assertThatExceptionOfType(UnexpectedStatusException.class)
                .isThrownBy(() -> run(migrations.sync()))
                .satisfies(failure -> assertThat(failure.status()).isEqualTo(status.name()));
    }
}
