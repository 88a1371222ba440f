package dev.unirow.migrate.tests;

import static dev.unirow.migrate.tests.RunnerContract.run;
import static dev.unirow.session.Await.await;
import static dev.unirow.testing.Capability.COMMITTED_DDL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.unirow.migrate.Migrations;
import dev.unirow.migrate.exception.InterruptedRevisionException;
import dev.unirow.migrate.exception.RevisionFailedException;
import dev.unirow.migrate.revision.DataMigration;
import dev.unirow.migrate.revision.MigrationStep;
import dev.unirow.migrate.status.DatabaseStatus;
import dev.unirow.schema.Table;
import dev.unirow.session.Database;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Revisions that fail half-way where changes of tables cannot be undone: nothing is done twice, and nothing is left
 * out.
 */
@EachDatabase
@Requires(COMMITTED_DDL)
class ResumeContract extends MigrationFixture {
    private static final String CREATE =
            "-- upgrade\ncreate table item (id integer primary key, name varchar(20));\n-- downgrade\ndrop table item;\n";
    /** The fourth statement fails, until there is a table for it. */
    private static final String FAILING = """
            -- upgrade
            alter table item add column size integer default 7;
            insert into item (id, name) values (1, 'one');
            update item set size = size + 1;
            insert into missing values (1);
            insert into item (id, name) values (2, 'two');
            create index ix_item_name on item (name);
            -- downgrade
            drop index ix_item_name on item;
            delete from item;
            insert into missing values (2);
            alter table item drop column size;
            """;

    @SuppressWarnings("NullAway.Init") // opened before each test
    Database db;

    @SuppressWarnings("NullAway.Init")
    Migrations migrations;

    @BeforeEach
    void openDatabase() {
        db = open(List.of());
        migrations = migrations(db);
        revision("a1", "", CREATE);
        run(migrations.upgrade("head"));
        revision("b2", "a1", FAILING);
    }

    private void failHalfWay() {
        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> run(migrations.upgrade("head")))
                .satisfies(failure -> {
                    assertThat(failure.statement()).isEqualTo("insert into missing values (1)");
                    assertThat(failure)
                            .hasMessageContaining("What stands before it has run and stays")
                            .hasMessageContaining("line 9");
                });
    }

    private List<String> tables() {
        return await(db.reflect()).tables().stream().map(Table::name).toList();
    }

    @Test
    void aSecondRunGoesOnWithTheStatementThatFailed() {
        failHalfWay();
        assertThat(await(migrations.versions())).containsExactly("a1");
        assertThat(await(migrations.status())).isEqualTo(DatabaseStatus.INTERRUPTED);
        failHalfWay();
        execute(db, "create table missing (id integer)");

        List<MigrationStep> steps = await(migrations.upgrade("head"));

        assertThat(steps).hasSize(1);
        assertThat(await(migrations.versions())).containsExactly("b2");
        assertThat(count(db, "item")).isEqualTo(2);
        assertThat(count(db, "item where id = 1 and size = 8")).isEqualTo(1);
        assertThat(count(db, "missing")).isEqualTo(1);
        assertThat(await(migrations.status())).isEqualTo(DatabaseStatus.UP_TO_DATE);
        assertThat(tables()).containsExactly("alembic_version", "item", "missing");
    }

    @Test
    void whatFollowsTheFailureMayBeMendedInTheFile() {
        failHalfWay();
        revision("b2", "a1", FAILING.replace("insert into missing values (1);", "select 1;"));

        run(migrations.upgrade("head"));

        assertThat(await(migrations.versions())).containsExactly("b2");
        assertThat(count(db, "item where id = 1 and size = 8")).isEqualTo(1);
    }

    @Test
    void whatHasRunMayNotBeChangedInTheFile() {
        failHalfWay();
        revision("b2", "a1", FAILING.replace("default 7", "default 9"));

        assertThatExceptionOfType(InterruptedRevisionException.class)
                .isThrownBy(() -> run(migrations.upgrade("head")))
                .withMessageStartingWith(
                        "The upgrade b2 stopped half-way: 3 of its 6 statements have run, and MariaDB does"
                                + " not undo them. But they are not the first ones of its file any more.");
    }

    @Test
    void nothingElseRunsBeforeItIsFinished() {
        failHalfWay();

        for (Uni<?> other : List.of(migrations.downgrade("-1"), migrations.upgrade("a1"))) {
            assertThatExceptionOfType(InterruptedRevisionException.class)
                    .isThrownBy(() -> run(other))
                    .withMessageContaining("Run that again first");
        }
        assertThat(tables()).contains("item");
    }

    @Test
    void aStampSettlesIt() {
        failHalfWay();
        execute(db, "insert into item (id, name) values (2, 'two')", "create index ix_item_name on item (name)");

        run(migrations.stamp("b2"));

        assertThat(await(migrations.status())).isEqualTo(DatabaseStatus.UP_TO_DATE);
        assertThat(tables()).containsExactly("alembic_version", "item");
    }

    @Test
    void aDowngradeGoesOnToo() {
        execute(db, "create table missing (id integer)");
        run(migrations.upgrade("head"));
        execute(db, "drop table missing");
        Migrations allowed = migrations.withDestructive();
        assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> run(allowed.downgrade("-1")));
        assertThat(await(migrations.status())).isEqualTo(DatabaseStatus.INTERRUPTED);
        assertThatExceptionOfType(InterruptedRevisionException.class).isThrownBy(() -> run(migrations.upgrade("head")));
        execute(db, "create table missing (id integer)");

        run(allowed.downgrade("-1"));

        assertThat(await(migrations.versions())).containsExactly("a1");
        assertThat(count(db, "missing where id = 2")).isEqualTo(1);
        assertThat(await(db.reflect()).table("item").orElseThrow().column("size"))
                .isEmpty();
    }

    @Test
    void aFailureAtTheFirstStatementLeavesNothingHalfWay() {
        revision("b2", "a1", "-- upgrade\nalter table nowhere add column n integer;\nselect 1;\n");

        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> run(migrations.upgrade("head")))
                .withMessageContaining("The database is as it was before this revision.");
        assertThat(await(migrations.status())).isEqualTo(DatabaseStatus.UPGRADE_AVAILABLE);
        assertThat(tables()).containsExactly("alembic_version", "item");
    }

    @Test
    void rowsAloneAreOneTransaction() {
        revision("b2", "a1", "-- upgrade\ninsert into item values (1, 'x');\ninsert into missing values (1);\n");

        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> run(migrations.upgrade("head")))
                .withMessageContaining("The database is as it was before this revision.");
        assertThat(count(db, "item")).isZero();
        assertThat(await(migrations.status())).isEqualTo(DatabaseStatus.UPGRADE_AVAILABLE);
    }

    /** As the end of the process between a statement and its entry leaves it. */
    private void loseTheEntryOf(int statements) {
        execute(db, "update unirow_progress set under_way = 1");
        assertThat(count(db, "unirow_progress where done = " + statements)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table other (id integer)",
                "create index ix_name on item (name)",
                "alter table item add column other integer",
                "alter table item modify column name varchar(90)",
                "alter table item rename column name to title",
                "alter table item rename to thing",
                "alter table item add constraint ck_id check (id > 0)",
                "alter table item drop column name",
                "drop table item"
            })
    void aStatementWhoseEntryIsLostIsNotRunTwice(String statement) {
        String sections = "-- upgrade\ncreate table first (id integer);\n" + statement + ";\n";
        revision("b2", "a1", "-- upgrade\ncreate table first (id integer);\nselect * from nowhere;\n");
        assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> run(migrations.upgrade("head")));
        revision("b2", "a1", sections);
        execute(db, statement);
        loseTheEntryOf(1);

        run(migrations.upgrade("head"));

        assertThat(await(migrations.versions())).containsExactly("b2");
        assertThat(await(migrations.status())).isEqualTo(DatabaseStatus.UP_TO_DATE);
    }

    @Test
    void aStatementWhoseEntryIsLostAndThatHasNotRunIsRun() {
        revision("b2", "a1", "-- upgrade\ncreate table first (id integer);\nselect * from nowhere;\n");
        assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> run(migrations.upgrade("head")));
        revision("b2", "a1", "-- upgrade\ncreate table first (id integer);\ncreate table second (id integer);\n");
        loseTheEntryOf(1);

        run(migrations.upgrade("head"));

        assertThat(tables()).contains("second");
    }

    @Test
    void aStatementThatWouldLoseRowsWhenRunTwiceIsLeftToAPerson() {
        revision("b2", "a1", "-- upgrade\ncreate table first (id integer);\nselect * from nowhere;\n");
        assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> run(migrations.upgrade("head")));
        revision(
                "b2",
                "a1",
                "-- upgrade\ncreate table first (id integer);\nalter table item drop column name, add column name text;\n");
        loseTheEntryOf(1);

        assertThatExceptionOfType(InterruptedRevisionException.class)
                .isThrownBy(() -> run(migrations.upgrade("head")))
                .withMessageContaining(
                        "the one on line 7 ran, and whether it did its work, or how much of it, is not known");
    }

    @Test
    void aStepInJavaRunsOnceWhateverFailsBehindIt() {
        revision(
                "b2",
                "a1",
                "-- upgrade\nalter table item add column n int;\n-- call fill\ninsert into missing values (1);\n");
        AtomicInteger calls = new AtomicInteger();
        DataMigration fill = connection -> connection
                .execute("insert into item (id) values (?)", List.of(calls.incrementAndGet()))
                .replaceWithVoid();
        Migrations filling = migrations.withCalls(Map.of("fill", fill));
        assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> run(filling.upgrade("head")));
        execute(db, "create table missing (id integer)");

        run(filling.upgrade("head"));

        assertThat(calls).hasValue(1);
        assertThat(count(db, "item")).isEqualTo(1);
    }

    @Test
    void aStepInJavaThatFailsAfterAChangeOfATableIsLeftToAPerson() {
        revision("b2", "a1", "-- upgrade\n-- call broken\n");
        DataMigration broken = connection -> connection
                .execute("create table half (id integer)")
                .chain(() -> Uni.createFrom().failure(new IllegalStateException("No slug for 'x'")));
        Migrations breaking = migrations.withCalls(Map.of("broken", broken));
        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> run(breaking.upgrade("head")))
                .withMessageContaining("No slug for 'x'.");

        assertThat(await(migrations.status())).isEqualTo(DatabaseStatus.INTERRUPTED);
        assertThatExceptionOfType(InterruptedRevisionException.class)
                .isThrownBy(() -> run(breaking.upgrade("head")))
                .withMessageContaining("is not known");
    }

    @Test
    void aStepInJavaMayChangeTables() {
        revision("b2", "a1", "-- upgrade\n-- call change\n");
        DataMigration change = connection -> connection
                .execute("create index ix_item_name on item (name)")
                .chain(() -> connection.execute("insert into item values (1, 'x')"))
                .replaceWithVoid();

        run(migrations.withCalls(Map.of("change", change)).upgrade("head"));

        assertThat(count(db, "item")).isEqualTo(1);
        assertThat(await(migrations.status())).isEqualTo(DatabaseStatus.UP_TO_DATE);
    }
}
