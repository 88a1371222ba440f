package dev.unirow.migrate.tests;

import static dev.unirow.migrate.tests.RunnerContract.run;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.migrate.Migrations;
import dev.unirow.migrate.SyncResult;
import dev.unirow.migrate.directory.MigrationsDirectory;
import dev.unirow.migrate.revision.Autogeneration;
import dev.unirow.migrate.status.DatabaseStatus;
import dev.unirow.schema.Operation;
import dev.unirow.schema.Table;
import dev.unirow.schema.TablePatterns;
import dev.unirow.session.Database;
import dev.unirow.testing.Capability;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Tables that the revisions are not about: those that nobody knows, and those that somebody has left out by name. The
 * database is opened without models, so that they may change where it cannot be opened twice.
 */
@EachDatabase
class LeftAloneContract extends MigrationFixture {
    private static final String HISTORY = "flyway_schema_history";

    private Database withHistory(List<Class<?>> models) {
        Database db = open(models);
        execute(db, "create table " + HISTORY + " (id integer primary key)", "insert into " + HISTORY + " values (1)");
        return db;
    }

    @Test
    void aTableThatNobodyKnowsIsListedAndNothingElse() {
        Database db = withHistory(V1);
        Migrations migrations = migrations(db);

        Autogeneration made = await(migrations.autogenerate("first"));

        assertThat(made.leftAlone()).containsExactly(HISTORY);
        assertThat(made.operations()).isNotEmpty().noneMatch(Operation::destructive);
        run(migrations.upgrade("head"));
        assertThat(await(migrations.check())).isEmpty();
        assertThat(await(migrations.sync())).isEqualTo(SyncResult.ALREADY_UP_TO_DATE);
        Autogeneration again = await(migrations.autogenerate("again"));
        assertThat(again.revision()).isNull();
        assertThat(again.leftAlone()).containsExactly(HISTORY);
        run(migrations.downgrade("base"));
        assertThat(count(db, HISTORY)).isEqualTo(1);
    }

    @Test
    @Requires(Capability.SERVER)
    void aSequenceThatNobodyKnowsIsLeftAloneToo() {
        Database db = open(V1);
        execute(db, "create sequence invoice_numbers");
        Migrations migrations = migrations(db);

        assertThat(await(migrations.autogenerate("first")).leftAlone()).containsExactly("invoice_numbers");
        run(migrations.upgrade("head"));

        assertThat(await(migrations.check())).isEmpty();
    }

    @Test
    void aTableOfARevisionWrittenByHandIsLeftToItsAuthor() {
        Database db = open(List.of());
        Migrations migrations = migrations(db, V1);
        run(migrations.autogenerate("first"));
        run(migrations.upgrade("head"));
        String parent = await(migrations.heads()).get(0).id();
        revision("a1", parent, "-- upgrade\ncreate table tally (id integer);\n-- downgrade\ndrop table tally;\n");
        run(migrations.upgrade("head"));

        Autogeneration made = await(migrations.autogenerate("again"));

        assertThat(made.revision()).isNull();
        assertThat(made.leftAlone()).containsExactly("tally");
        // what an earlier revision has made is still known behind it
        assertThat(descriptions(migrations(db, List.of(V1.get(0))))).containsExactly("Detected removed table 'hero'");
    }

    @Test
    void aTableOfAnEarlierRevisionIsDroppedOnceNoModelHasItAnyMore() {
        Database db = withHistory(List.of());
        Migrations first = migrations(db, V1);
        run(first.autogenerate("first"));
        run(first.upgrade("head"));
        Migrations second = migrations(db, List.of(V1.get(0))).withDestructive();

        Autogeneration made = await(second.autogenerate("no heroes"));

        assertThat(made.operations())
                .extracting(Operation::description)
                .containsExactly("Detected removed table 'hero'");
        assertThat(made.operations()).allMatch(Operation::destructive);
        run(second.upgrade("head"));
        assertThat(await(second.check())).isEmpty();
        assertThat(tables(db)).containsExactly("alembic_version", HISTORY, "team");
        // whoever makes one of that name now is somebody else
        execute(db, "create table hero (id integer primary key)");
        assertThat(await(second.check())).isEmpty();
    }

    @Test
    void aBaselineRecordsTheTablesOfTheModelsOnly() throws Exception {
        Database db = withHistory(V1);
        await(db.createAll());
        Migrations migrations = migrations(db);

        Autogeneration made = await(migrations.baseline("as it was"));

        assertThat(made.leftAlone()).containsExactly(HISTORY);
        assertThat(Files.readString(Objects.requireNonNull(
                        Objects.requireNonNull(made.revision()).path())))
                .contains("create table team")
                .doesNotContain(HISTORY);
        assertThat(await(migrations.check())).isEmpty();
        assertThat(await(migrations.autogenerate("again")).revision()).isNull();
    }

    @Test
    void aTableThatMayBeARenamedOneIsAskedAboutAlthoughNoRevisionKnowsIt() {
        Database db = open(List.of(V1.get(0)));
        await(db.createAll());
        execute(db, "alter table team rename to squad");

        assertThat(descriptions(migrations(db).withRenames(List.of("squad=team"))))
                .contains("Renamed table 'squad' to 'team'")
                .noneMatch(found -> found.contains("added table"));
        assertThat(await(migrations(db).autogenerate("first")).warnings())
                .anySatisfy(warning -> assertThat(warning).contains("--rename squad=team"));
    }

    @Test
    void aModelThatIsLeftOutIsNeitherMadeNorMissed() {
        Database db = open(V1);
        Migrations migrations = migrations(db);
        Migrations teams = migrations.withTables(name -> !name.equals("hero"));

        assertThat(await(teams.autogenerate("teams")).operations())
                .extracting(Operation::description)
                .containsExactly("Detected added table 'team'");
        run(teams.upgrade("head"));

        assertThat(tables(db)).containsExactly("alembic_version", "team");
        assertThat(await(teams.check())).isEmpty();
        assertThat(descriptions(migrations)).contains("Detected added table 'hero'");
        run(migrations.autogenerate("heroes"));
        run(migrations.upgrade("head"));
        assertThat(await(migrations.check())).isEmpty();
    }

    /** What the snapshot says of it stays, for whoever is asked about it later. */
    @Test
    void aTableThatIsLeftOutForATimeIsChangedLater() {
        Database db = open(List.of());
        run(migrations(db, V1).autogenerate("first"));
        run(migrations(db, V1).upgrade("head"));
        Migrations rest = migrations(db, V2).withTables(new TablePatterns(List.of(), List.of("TEAM")));

        run(rest.autogenerate("all but teams"));
        run(rest.upgrade("head"));

        assertThat(await(rest.check())).isEmpty();
        Migrations all = migrations(db, V2);
        Autogeneration later = await(all.autogenerate("teams, too"));
        assertThat(later.warnings()).isEmpty();
        List<Operation> operations = new ArrayList<>(later.operations());
        later.elsewhere().values().forEach(operations::addAll);
        assertThat(later.elsewhere()).hasSize(2);
        assertThat(operations)
                .isNotEmpty()
                .allSatisfy(operation -> assertThat(operation.table()).isEqualTo("team"))
                .noneMatch(operation -> operation.description().contains("added table"));
        run(all.upgrade("head"));
        assertThat(await(all.check())).isEmpty();
    }

    @Test
    void withoutRevisionsATableThatIsLeftOutIsNotMade() {
        Database db = open(V1);
        Migrations teams = migrations(db).withTables(new TablePatterns(List.of("t*"), List.of()));

        assertThat(await(teams.sync())).isEqualTo(SyncResult.CREATED);

        assertThat(tables(db)).containsExactly("alembic_version", "team");
        assertThat(await(teams.status())).isEqualTo(DatabaseStatus.UP_TO_DATE);
        run(teams.drop());
        assertThat(tables(db)).isEmpty();
    }

    @Test
    void theConfigurationLeavesTablesOut() {
        try (Database db = Database.builder(url)
                .models(V1.toArray(Class<?>[]::new))
                .migrationsExclude("he*")
                .open()) {
            Migrations migrations = Migrations.of(db, MigrationsDirectory.of(scripts));

            run(migrations.autogenerate("first"));
            run(migrations.upgrade("head"));

            assertThat(tables(db)).containsExactly("alembic_version", "team");
            assertThat(await(migrations.check())).isEmpty();
        }
    }

    private static List<String> tables(Database db) {
        return await(db.reflect()).tables().stream().map(Table::name).toList();
    }

    private static List<String> descriptions(Migrations migrations) {
        return await(migrations.check()).stream().map(Operation::description).toList();
    }
}
