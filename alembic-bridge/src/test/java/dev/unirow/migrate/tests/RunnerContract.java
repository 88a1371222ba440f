package dev.unirow.migrate.tests;

import static dev.unirow.session.Await.await;
import static dev.unirow.testing.Capability.TRANSACTIONAL_DDL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.unirow.migrate.Migrations;
import dev.unirow.migrate.exception.DestructiveRevisionException;
import dev.unirow.migrate.exception.MigrationException;
import dev.unirow.migrate.exception.RevisionFailedException;
import dev.unirow.migrate.exception.RevisionFileException;
import dev.unirow.migrate.exception.UnknownRevisionException;
import dev.unirow.migrate.revision.DataMigration;
import dev.unirow.migrate.revision.MigrationStep;
import dev.unirow.migrate.status.DatabaseStatus;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.session.Database;
import dev.unirow.session.SqlConnection;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What running revisions does, whoever wrote them. */
@EachDatabase
class RunnerContract extends MigrationFixture {
    private static final String ITEMS = """
            -- upgrade
            create table item (id integer primary key, name varchar(20));
            -- downgrade
            drop table item;
            """;

    @SuppressWarnings("NullAway.Init") // opened before each test
    Database db;

    @SuppressWarnings("NullAway.Init")
    Migrations migrations;

    @BeforeEach
    void openDatabase() {
        db = open(List.of());
        migrations = migrations(db);
    }

    @Test
    void upgradesOneTransactionARevisionAndTellsTheSteps() {
        revision("a1", "", ITEMS);
        revision("b2", "a1", "-- upgrade\ninsert into item values (1, 'x; -- y');\n-- downgrade\ndelete from item;");
        List<String> lines = new ArrayList<>();

        List<MigrationStep> steps = await(migrations.withProgress(lines::add).upgrade("head"));

        assertThat(steps)
                .extracting(MigrationStep::toString)
                .containsExactly("upgrade  -> a1, by hand a1", "upgrade a1 -> b2, by hand b2");
        assertThat(lines).containsExactly("Running upgrade  -> a1, by hand a1", "Running upgrade a1 -> b2, by hand b2");
        assertThat(await(migrations.versions())).containsExactly("b2");
        assertThat(count(db, "item")).isEqualTo(1);
    }

    @Test
    void anUpgradeToWhereTheDatabaseIsDoesNothing() {
        revision("a1", "", ITEMS);
        assertThat(await(migrations.upgrade("head"))).hasSize(1);

        assertThat(await(migrations.upgrade("head"))).isEmpty();
    }

    @Test
    void downgradesToTheBaseAndKeepsTheEmptyVersionTable() {
        revision("a1", "", ITEMS);
        run(migrations.upgrade("head"));

        run(migrations.downgrade("base"));

        assertThat(await(migrations.versions())).isEmpty();
        assertThat(await(db.reflect()).tables())
                .extracting(table -> table.name())
                .containsExactly("alembic_version");
    }

    /** Where changes of tables are not undone, {@link ResumeContract} says what happens. */
    @Test
    @Requires(TRANSACTIONAL_DDL)
    void aFailureInTheMiddleLeavesItsRevisionUndoneAndNamesTheStatement() {
        revision("a1", "", ITEMS);
        var file = revision("b2", "a1", """
                -- upgrade
                create table other (id integer primary key);
                insert into item values (1, 'one');

                insert into nowhere values (1);
                -- downgrade
                drop table other;""");

        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> run(migrations.upgrade("head")))
                .satisfies(failure -> {
                    assertThat(failure.line()).isEqualTo(9);
                    assertThat(failure.statement()).isEqualTo("insert into nowhere values (1)");
                    assertThat(failure).hasMessageContaining(file + ", line 9").hasMessageContaining("nowhere");
                    assertThat(failure.step().to()).containsExactly("b2");
                    assertThat(failure.getCause()).isNotNull();
                });

        assertThat(await(migrations.versions())).containsExactly("a1");
        assertThat(count(db, "item")).isZero();
        assertThat(await(db.reflect()).table("other")).isEmpty();
    }

    @Test
    void aVersionThatIsNotAmongTheFilesIsRefused() {
        revision("a1", "", ITEMS);
        run(migrations.upgrade("head"));
        execute(db, "update alembic_version set version_num = 'ffff'");

        assertThatExceptionOfType(UnknownRevisionException.class)
                .isThrownBy(() -> run(migrations.upgrade("head")))
                .withMessage("Can't locate revision identified by 'ffff'");
        assertThat(await(migrations.status())).isEqualTo(DatabaseStatus.UNKNOWN_REVISION);
    }

    @Test
    void purgingStampsOverAnyVersion() {
        revision("a1", "", ITEMS);
        run(migrations.stamp("a1"));
        execute(db, "update alembic_version set version_num = 'ffff'");

        run(migrations.stampPurged("head"));

        assertThat(await(migrations.versions())).containsExactly("a1");
    }

    @Test
    void nothingOfAPlanRunsWhenOneOfItsStepsLosesData() {
        revision("a1", "", ITEMS);
        revision(
                "b2",
                "a1",
                "-- upgrade\n-- destructive: drops the table 'item'\ndrop table item;\n-- downgrade\nselect 1;");

        assertThatExceptionOfType(DestructiveRevisionException.class)
                .isThrownBy(() -> run(migrations.upgrade("head")))
                .withMessage("Data would be lost: drops the table 'item' (revision b2). Nothing was run. "
                        + "Allow it with --allow-destructive, after a look at what the revision does.");
        assertThat(await(migrations.versions())).isEmpty();

        run(migrations.withDestructive().upgrade("head"));

        assertThat(await(migrations.versions())).containsExactly("b2");
    }

    @Test
    void aRevisionWithoutASectionForTheDatabaseIsRefusedBeforeAnythingRuns() {
        revision("a1", "", ITEMS);
        String other = db.kind() == DatabaseKind.MARIADB ? "sqlite" : "mariadb";
        revision("b2", "a1", "-- upgrade [%1$s]\nselect 1;\n-- downgrade [%1$s]\nselect 1;".formatted(other));

        assertThatExceptionOfType(RevisionFileException.class)
                .isThrownBy(() -> run(migrations.upgrade("head")))
                .withMessageContaining(
                        "there is no upgrade section for '" + db.kind().id() + "'");
        assertThat(await(migrations.versions())).isEmpty();
    }

    @Test
    void stepsInJavaShareTheTransactionOfTheirRevision() {
        revision("a1", "", ITEMS);
        revision(
                "b2",
                "a1",
                "-- upgrade\n-- call fill\n-- call " + Fill.class.getName() + "\n-- downgrade\ndelete from item;");
        DataMigration fill = connection -> connection
                .execute("insert into item values (?, ?)", List.of(1, "registered"))
                .replaceWithVoid();

        run(migrations.withCalls(Map.of("fill", fill)).upgrade("head"));

        assertThat(count(db, "item")).isEqualTo(2);
    }

    @Test
    void aStepInJavaThatFailsUndoesItsRevision() {
        revision("a1", "", ITEMS);
        revision("b2", "a1", "-- upgrade\ninsert into item values (1, 'x');\n-- call broken\n-- downgrade\nselect 1;");
        DataMigration broken = connection -> Uni.createFrom().failure(new IllegalStateException("No slug for 'x'"));

        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(
                        () -> run(migrations.withCalls(Map.of("broken", broken)).upgrade("head")))
                .withMessageContaining("'broken' failed. No slug for 'x'.")
                .withCauseInstanceOf(IllegalStateException.class);
        assertThat(count(db, "item")).isZero();
    }

    @Test
    void aStepInJavaThatNobodyKnowsIsRefusedBeforeAnythingRuns() {
        revision("a1", "", ITEMS + "\n-- upgrade\n-- call com.acme.Nothing\n");

        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> run(migrations.upgrade("head")))
                .withMessageContaining("nothing is registered by that name and there is no such class");
        assertThat(await(migrations.versions())).isEmpty();
    }

    @Test
    void twoRunsAtOnceApplyEachRevisionOnce() {
        revision("a1", "", ITEMS);
        for (int i = 1; i < 6; i++) {
            revision(
                    "r" + i,
                    i == 1 ? "a1" : "r" + (i - 1),
                    "-- upgrade\ninsert into item values (%d, 'x');\n-- downgrade\ndelete from item;".formatted(i));
        }

        List<List<MigrationStep>> both = await(Uni.join()
                .all(migrations.upgrade("head"), migrations(another()).upgrade("head"))
                .andCollectFailures());

        assertThat(both.get(0).size() + both.get(1).size()).isEqualTo(6);
        assertThat(count(db, "item")).isEqualTo(5);
        assertThat(await(migrations.versions())).containsExactly("r5");
    }

    @Test
    void runsAtOnceThatGoOneStepEachPlanItFromWhereTheOneBeforeHasEnded() {
        revision("r1", "", ITEMS);
        for (int i = 2; i < 6; i++) {
            revision("r" + i, "r" + (i - 1), "-- upgrade\ninsert into item values (%d, 'x');\n".formatted(i));
        }

        List<List<MigrationStep>> all = await(Uni.join()
                .all(IntStream.range(0, 5)
                        .mapToObj(i -> migrations(another()).upgrade("+1"))
                        .toList())
                .andCollectFailures());

        assertThat(all).allSatisfy(steps -> assertThat(steps).hasSize(1));
        assertThat(count(db, "item")).isEqualTo(4);
        assertThat(await(migrations.versions())).containsExactly("r5");
    }

    @Test
    void aStepInJavaThatHidesAFailedStatementDoesNotPassForDone() {
        revision("a1", "", ITEMS + "\n-- upgrade\n-- call hide\n");
        DataMigration hide = connection -> connection
                .execute("insert into nowhere values (1)")
                .onFailure()
                .recoverWithItem(0)
                .replaceWithVoid();
        Migrations hiding = migrations.withCalls(Map.of("hide", hide));

        if (target.abortsTransactions()) {
            assertThatExceptionOfType(RevisionFailedException.class)
                    .isThrownBy(() -> run(hiding.upgrade("head")))
                    .withMessageContaining("the version could not be written");
            assertThat(await(migrations.versions())).isEmpty();
            assertThat(await(db.reflect()).tables()).isEmpty();
        } else {
            run(hiding.upgrade("head"));
            assertThat(count(db, "item")).isZero();
        }
    }

    @Test
    void aStepInJavaThatEndsTheTransactionItselfIsNoticed() {
        revision("a1", "", ITEMS + "\n-- upgrade\n-- call end\n");
        DataMigration end = SqlConnection::rollback;

        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> run(migrations.withCalls(Map.of("end", end)).upgrade("head")));
        assertThat(await(migrations.versions())).isEmpty();
    }

    @Test
    void aFailureOutsideATransactionSaysWhatHasStayed() {
        revision(
                "a1",
                "",
                "-- upgrade\n-- transaction: none\ncreate table kept (id integer primary key);\ndrop table nowhere;");

        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> run(migrations.upgrade("head")))
                .withMessageContaining(
                        target.undoesDdl()
                                ? "It runs outside a transaction: what stood before the failure was done"
                                : "What stands before it has run and stays");
        assertThat(await(db.reflect()).table("kept")).isPresent();
        assertThat(await(migrations.versions())).isEmpty();
    }

    @Test
    void aRevisionOutsideATransactionKeepsItsVersionWhenItSucceeds() {
        String dropIndex =
                db.kind() == DatabaseKind.MARIADB ? "drop index ix_item_name on item;" : "drop index ix_item_name;";
        revision("a1", "", ITEMS);
        revision(
                "b2",
                "a1",
                "-- upgrade\n-- transaction: none\ncreate index ix_item_name on item (name);\n-- downgrade\n"
                        + dropIndex);

        run(migrations.upgrade("head"));
        run(migrations.downgrade("-1"));

        assertThat(await(migrations.versions())).containsExactly("a1");
    }

    @Test
    void aRunThatNobodyWaitsForAnyMoreUndoesItsRevisionAndLetsTheNextOneIn() {
        revision("a1", "", ITEMS + "\n-- upgrade\n-- call wait\ninsert into item values (1, 'x');\n");
        var entered = new java.util.concurrent.CompletableFuture<Void>();
        var leave = new java.util.concurrent.CompletableFuture<Void>();
        DataMigration wait = connection -> {
            entered.complete(null);
            return Uni.createFrom().completionStage(leave).replaceWithVoid();
        };
        var subscription = migrations
                .withCalls(Map.of("wait", wait))
                .upgrade("head")
                .subscribe()
                .with(done -> {});
        entered.join();

        subscription.cancel();
        leave.complete(null);

        DataMigration pass = connection -> Uni.createFrom().voidItem();
        assertThat(await(migrations.withCalls(Map.of("wait", pass)).upgrade("head")))
                .hasSize(1);
        assertThat(count(db, "item")).isEqualTo(1);
    }

    @Test
    void filesAreReadOffTheEventLoopAndResultsComeBackToIt() {
        revision("a1", "", ITEMS);

        boolean onLoop = await(db.connect(connection -> connection
                .select("select 1 as one")
                .chain(() -> migrations.history())
                .map(history -> Context.isOnEventLoopThread())));

        assertThat(onLoop).isTrue();
    }

    /** Another program at the same database, where there can be one. */
    private Database another() {
        return url.equals("sqlite://") ? db : open(List.of());
    }

    static void run(Uni<?> uni) {
        Object unused = await(uni);
    }

    /** A step in Java that is found by its name. */
    public static final class Fill implements DataMigration {
        @Override
        public Uni<Void> run(SqlConnection connection) {
            return connection.execute("insert into item values (2, 'class')").replaceWithVoid();
        }
    }
}
