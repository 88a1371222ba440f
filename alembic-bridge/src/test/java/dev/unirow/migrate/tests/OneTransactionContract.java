package dev.unirow.migrate.tests;

import static dev.unirow.migrate.tests.RunnerContract.run;
import static dev.unirow.session.Await.await;
import static dev.unirow.testing.Capability.COMMITTED_DDL;
import static dev.unirow.testing.Capability.PERSISTENCE;
import static dev.unirow.testing.Capability.TABLE_COPIES;
import static dev.unirow.testing.Capability.TRANSACTIONAL_DDL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.unirow.migrate.Migrations;
import dev.unirow.migrate.cli.Main;
import dev.unirow.migrate.event.MigrationEvent;
import dev.unirow.migrate.exception.RevisionFailedException;
import dev.unirow.migrate.revision.MigrationStep;
import dev.unirow.migrate.revision.TransactionScope;
import dev.unirow.schema.Table;
import dev.unirow.session.Database;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import io.smallrye.mutiny.Uni;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run that is one transaction. */
@EachDatabase
class OneTransactionContract extends MigrationFixture {
    private static final String UNDONE = " The database is as it was before this run.";

    @SuppressWarnings("NullAway.Init") // opened before each test
    private Database db;

    @SuppressWarnings("NullAway.Init")
    private Migrations migrations;

    @BeforeEach
    void openDatabase() {
        db = open(List.of());
        migrations = migrations(db).withTransaction(TransactionScope.RUN);
    }

    private List<String> tables() {
        return await(db.reflect()).tables().stream().map(Table::name).toList();
    }

    private void twoTables() {
        revision("a1", "", "-- upgrade\ncreate table one (id integer primary key);\n-- downgrade\ndrop table one;\n");
        revision(
                "b2",
                "a1",
                "-- upgrade\ncreate table two (id integer primary key);\ninsert into one values (1);\n"
                        + "-- downgrade\ndelete from one;\ndrop table two;\n");
    }

    @Test
    @Requires(TRANSACTIONAL_DDL)
    void aFailureInTheThirdRevisionLeavesTheDatabaseAsBeforeTheFirst() {
        twoTables();
        revision("c3", "b2", "-- upgrade\ninsert into one values (2);\ninsert into nowhere values (1);\n");

        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> run(migrations.upgrade()))
                .withMessageContaining("Could not run upgrade b2 -> c3, by hand c3 (")
                .withMessageContaining(UNDONE + "\ninsert into nowhere values (1)");

        assertThat(tables()).isEmpty();
        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> run(
                        migrations.withTransaction(TransactionScope.REVISION).upgrade()));
        assertThat(await(migrations.versions())).containsExactly("b2");
    }

    @Test
    @Requires(TRANSACTIONAL_DDL)
    void allOfItStaysWhenItEnds() {
        twoTables();
        List<MigrationEvent> events = new ArrayList<>();

        List<MigrationStep> steps = await(migrations.withListener(events::add).upgrade());

        assertThat(steps).hasSize(2);
        assertThat(await(migrations.versions())).containsExactly("b2");
        assertThat(count(db, "one")).isEqualTo(1);
        assertThat(events).hasSize(9).last().isInstanceOf(MigrationEvent.RunFinished.class);
        assertThat(await(migrations.upgrade())).isEmpty();
        run(migrations.withDestructive().downgrade("base"));
        assertThat(tables()).containsExactly("alembic_version");
    }

    @Test
    @Requires(TRANSACTIONAL_DDL)
    void aDowngradeThatFailsTakesNothingBack() {
        revision(
                "a1",
                "",
                "-- upgrade\ncreate table one (id integer primary key);\n-- downgrade\ndrop table nowhere;\n");
        revision("b2", "a1", "-- upgrade\ncreate table two (id integer primary key);\n-- downgrade\ndrop table two;\n");
        run(migrations.upgrade());

        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> run(migrations.downgrade("base")))
                .withMessageContaining(UNDONE);

        assertThat(await(migrations.versions())).containsExactly("b2");
        assertThat(tables()).contains("one", "two");
    }

    @Test
    void changesOfRowsAreUndoneOnEveryDatabase() {
        execute(db, "create table item (id integer primary key)");
        revision("a1", "", "-- upgrade\ninsert into item values (1);\n-- downgrade\nselect 1;\n");
        revision("b2", "a1", "-- upgrade\ninsert into item values (2);\n-- downgrade\nselect 1;\n");
        revision("c3", "b2", "-- upgrade\ninsert into item values (1);\n-- downgrade\nselect 1;\n");

        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> run(migrations.upgrade()))
                .withMessageContaining(UNDONE);
        assertThat(count(db, "item")).isZero();
        assertThat(await(migrations.versions())).isEmpty();

        run(migrations.upgrade("b2"));
        assertThat(count(db, "item")).isEqualTo(2);
        assertThat(await(migrations.versions())).containsExactly("b2");
    }

    @Test
    void aRevisionWithoutATransactionIsRefusedBeforeAnythingRuns() {
        revision("a1", "", "-- upgrade\nselect 1;\n-- downgrade\nselect 1;\n");
        revision("b2", "a1", "-- upgrade\n-- transaction: none\nselect 1;\n-- downgrade\nselect 1;\n");

        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> run(migrations.upgrade()))
                .withMessageContaining("Could not run upgrade a1 -> b2")
                .withMessageContaining("it runs outside a transaction, as its file says by '-- transaction: none'")
                .withMessageEndingWith("Nothing was changed.");

        assertThat(tables()).isEmpty();
        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> await(migrations.upgradeSql("head")))
                .withMessageContaining("-- transaction: none");
        run(migrations.upgrade("a1"));
        run(migrations.withTransaction(TransactionScope.REVISION).upgrade());
        assertThat(await(migrations.versions())).containsExactly("b2");
    }

    @Test
    @Requires(COMMITTED_DDL)
    void whatWouldCommitIsRefusedBeforeAnythingRuns() {
        execute(db, "create table item (id integer primary key)");
        revision("a1", "", "-- upgrade\ninsert into item values (1);\n-- downgrade\nselect 1;\n");
        revision("b2", "a1", "-- upgrade\nalter table item add column name int;\n-- downgrade\nselect 1;\n");

        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> run(migrations.upgrade()))
                .withMessageContaining("Could not run upgrade a1 -> b2")
                .withMessageContaining("it changes tables, and MariaDB commits each such change at once")
                .withMessageEndingWith("Nothing was changed.");
        assertThat(count(db, "item")).isZero();
        assertThat(tables()).containsExactly("item");

        revision("b2", "a1", "-- upgrade\n-- call some\n-- downgrade\nselect 1;\n");
        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> run(migrations
                        .withCalls(Map.of("some", connection -> Uni.createFrom().voidItem()))
                        .upgrade()))
                .withMessageContaining("it has a step in Java, which may change tables");
        assertThat(count(db, "item")).isZero();
    }

    @Test
    @Requires(TABLE_COPIES)
    void aTableThatIsCopiedKeepsTheRowsThatReferToIt() {
        execute(
                db,
                "create table team (id integer primary key)",
                "create table hero (id integer primary key, team_id integer references team (id) on delete cascade)",
                "insert into team values (1)",
                "insert into hero values (1, 1)");
        revision("a1", "", "-- upgrade\ncreate table other (id integer primary key);\n");
        revision("b2", "a1", """
                -- upgrade
                -- batch team (id)
                create table copy_of_team (id integer primary key, name text);
                insert into copy_of_team (id) select id from team;
                drop table team;
                alter table copy_of_team rename to team;
                """);
        revision("c3", "b2", "-- upgrade\ndelete from team;\n");

        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> run(migrations.upgrade()))
                .withMessageContaining("Could not run upgrade b2 -> c3")
                .withMessageContaining("rows of 'hero' would refer to rows that are not there." + UNDONE);
        assertThat(tables()).containsExactlyInAnyOrder("team", "hero");
        assertThat(await(db.exists("team", "name"))).isFalse();

        run(migrations.upgrade("b2"));
        assertThat(count(db, "hero")).isEqualTo(1);
        assertThat(await(db.connect(connection -> connection.select("pragma foreign_keys")))
                        .get(0)
                        .values())
                .asString()
                .isEqualTo("[1]");
    }

    @Test
    @Requires({PERSISTENCE, TRANSACTIONAL_DDL})
    void runsAtOnceDoEachRevisionOnce() {
        twoTables();
        List<Uni<List<MigrationStep>>> runs = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            runs.add(migrations(open(List.of()))
                    .withTransaction(TransactionScope.RUN)
                    .upgrade());
        }

        List<List<MigrationStep>> done = await(Uni.join().all(runs).andCollectFailures());

        assertThat(done.stream().mapToInt(List::size).sum()).isEqualTo(2);
        assertThat(count(db, "one")).isEqualTo(1);
    }

    @Test
    void aStampIsOneTransactionToo() {
        revision("a1", "", "-- upgrade\ncreate table one (id integer primary key);\n");

        run(migrations.stampPurged("head"));

        assertThat(await(migrations.versions())).containsExactly("a1");
    }

    @Test
    @Requires({PERSISTENCE, TRANSACTIONAL_DDL})
    void theCommandLineAndItsScriptsHaveIt() {
        twoTables();
        revision("c3", "b2", "-- upgrade\ninsert into nowhere values (1);\n");
        StringWriter out = new StringWriter();

        assertThat(command(out, "upgrade", "--sql", "--one-transaction", "b2")).isZero();
        assertThat(out.toString().lines().filter(line -> line.equals("BEGIN;") || line.equals("COMMIT;")))
                .containsExactly("BEGIN;", "COMMIT;");
        assertThat(out.toString()).contains("create table two", "UPDATE alembic_version SET version_num='b2'");
        out.getBuffer().setLength(0);
        assertThat(command(out, "migrate", "--dry-run", "--one-transaction")).isZero();
        assertThat(out.toString().lines().filter("COMMIT;"::equals)).hasSize(1);
        assertThat(command(out, "migrate", "--one-transaction")).isEqualTo(4);
        assertThat(out.toString()).contains(UNDONE);
        assertThat(tables()).isEmpty();
        assertThat(command(out, "upgrade", "--one-transaction", "b2")).isZero();
        assertThat(await(migrations.versions())).containsExactly("b2");
    }

    private int command(StringWriter out, String... args) {
        PrintWriter writer = new PrintWriter(out);
        return Main.of(scripts)
                .withDatabase(() -> Database.open(url))
                .withOutput(writer, writer)
                .run(args);
    }
}
