package dev.unirow.migrate.tests;

import static dev.unirow.migrate.tests.RunnerContract.run;
import static dev.unirow.session.Await.await;
import static dev.unirow.testing.DatabaseKind.SQLITE_FILE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.unirow.migrate.Migrations;
import dev.unirow.migrate.SyncResult;
import dev.unirow.migrate.exception.ConcurrentMigrationException;
import dev.unirow.migrate.exception.RevisionFailedException;
import dev.unirow.migrate.revision.MigrationStep;
import dev.unirow.session.Database;
import dev.unirow.testing.OnDatabase;
import dev.unirow.testing.Waiting;
import io.smallrye.mutiny.Uni;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs on a file of SQLite that another program writes to for longer than the driver waits for its lock. */
@OnDatabase(SQLITE_FILE)
@Tag("slow")
class SqliteWritersTest extends MigrationFixture {
    private static final Duration SHORT = Duration.ofMillis(50);

    @SuppressWarnings("NullAway.Init") // opened before each test
    private Connection other;

    @SuppressWarnings("NullAway.Init")
    private Database db;

    @BeforeEach
    void twoPrograms() throws SQLException {
        String file = url.substring("sqlite:///".length());
        url += "?busy_timeout=20";
        db = open(V1);
        other = DriverManager.getConnection("jdbc:sqlite:" + file);
        revision("a1", "", "-- upgrade\ncreate table one (id integer);\n-- downgrade\ndrop table one;");
        revision("b2", "a1", "-- upgrade\ncreate table two (id integer);\n-- downgrade\ndrop table two;");
    }

    @AfterEach
    void endOther() throws SQLException {
        other.close();
    }

    private void other(String... statements) {
        try (Statement statement = other.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    static Stream<Arguments> writing() {
        return Stream.of(
                work("upgrade", migrations -> migrations.upgrade("head")),
                work("stamp", migrations -> migrations.stamp("head")),
                work("stamp --purge", migrations -> migrations.stampPurged("head")),
                work("sync", Migrations::sync),
                work("create", Migrations::create),
                work("drop", Migrations::drop),
                work("ensure_version", Migrations::ensureVersion));
    }

    private static Arguments work(String name, Function<Migrations, Uni<?>> work) {
        return Arguments.of(name, work);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("writing")
    void aRunWaitsUntilTheOtherProgramHasWritten(String name, Function<Migrations, Uni<?>> work) {
        other("begin immediate", "create table theirs (id integer)");
        CompletableFuture<String> waiting = new CompletableFuture<>();
        CompletableFuture<?> run =
                work.apply(migrations(db).withProgress(waiting::complete)).subscribeAsCompletionStage();
        assertThat(waiting.join()).startsWith("Waiting for another connection that is writing");

        other("commit");

        assertThat(run).succeedsWithin(Waiting.LIMIT);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("writing")
    void aRunGivesUpInTheEndAndHasDoneNothing(String name, Function<Migrations, Uni<?>> work) {
        other("begin immediate");

        assertThatExceptionOfType(ConcurrentMigrationException.class)
                .isThrownBy(() -> run(work.apply(migrations(db).withPatience(SHORT))))
                .withMessage(
                        "Another run migrates this database, or another program writes to it, and has not ended after"
                                + " 50 milliseconds. What was not begun by then was not run; try again when the other is done.");

        other("rollback");
        assertThat(await(db.reflect()).tables()).isEmpty();
    }

    @Test
    void patienceThatEndsBeforeTheDriversOwnIsKept() {
        url = url.replace(
                "busy_timeout=20", "busy_timeout=" + Duration.ofHours(1).toMillis());
        Database patient = open(List.of());
        other("begin immediate");

        assertThatExceptionOfType(ConcurrentMigrationException.class)
                .isThrownBy(() -> run(migrations(patient).withPatience(SHORT).upgrade("head")))
                .returns(SHORT, ConcurrentMigrationException::waited);

        other("rollback");
        assertThat(await(migrations(patient).upgrade("head"))).hasSize(2);
    }

    @Test
    void aDowngradeWaitsAndGivesUpAsAnUpgradeDoes() {
        run(migrations(db).upgrade("head"));
        other("begin immediate");
        assertThatExceptionOfType(ConcurrentMigrationException.class)
                .isThrownBy(() -> run(migrations(db).withPatience(SHORT).downgrade("base")))
                .returns(SHORT, ConcurrentMigrationException::waited);
        CompletableFuture<String> waiting = new CompletableFuture<>();
        CompletableFuture<List<MigrationStep>> run =
                migrations(db).withProgress(waiting::complete).downgrade("base").subscribeAsCompletionStage();
        waiting.join();

        other("rollback");

        assertThat(run.join()).hasSize(2);
        assertThat(await(migrations(db).versions())).isEmpty();
    }

    @Test
    void aRevisionOutsideATransactionWaitsBeforeItsFirstStatement() {
        revision(
                "c3",
                "b2",
                "-- upgrade\n-- transaction: none\ncreate table three (id integer);\n-- downgrade\nselect 1;");
        run(migrations(db).upgrade("b2"));
        other("begin immediate");
        assertThatExceptionOfType(ConcurrentMigrationException.class)
                .isThrownBy(() -> run(migrations(db).withPatience(SHORT).upgrade("head")))
                .returns(SHORT, ConcurrentMigrationException::waited);
        CompletableFuture<String> waiting = new CompletableFuture<>();
        CompletableFuture<List<MigrationStep>> run =
                migrations(db).withProgress(waiting::complete).upgrade("head").subscribeAsCompletionStage();
        waiting.join();

        other("rollback");

        assertThat(run.join()).hasSize(1);
        assertThat(count(db, "three")).isZero();
    }

    @Test
    void aRevisionOutsideATransactionThatIsLockedOutInItsMiddleSaysWhatStays() {
        revision(
                "c3",
                "b2",
                "-- upgrade\n-- transaction: none\ncreate table three (id integer);\n-- call lock\n"
                        + "create table four (id integer);\n-- downgrade\nselect 1;");
        run(migrations(db).upgrade("b2"));

        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> run(migrations(db)
                        .withPatience(SHORT)
                        .withCalls(Map.of("lock", connection -> {
                            other("begin immediate");
                            return Uni.createFrom().voidItem();
                        }))
                        .upgrade("head")))
                .withCauseInstanceOf(ConcurrentMigrationException.class)
                .withMessageContaining("or another program writes to it, and has not ended after")
                .withMessageContaining("what stood before the failure was done, and the version was not written");

        other("rollback");
        assertThat(await(migrations(db).versions())).containsExactly("b2");
        assertThat(count(db, "three")).isZero();
    }

    @Test
    void aRunThatWaitedFindsWhatTheOtherOneHasDone() {
        other(
                "begin immediate",
                "create table alembic_version (version_num varchar(32) not null primary key)",
                "create table one (id integer)",
                "insert into alembic_version values ('a1')");
        List<String> lines = new ArrayList<>();
        CompletableFuture<String> waiting = new CompletableFuture<>();
        CompletableFuture<List<MigrationStep>> run = migrations(db)
                .withProgress(line -> {
                    lines.add(line);
                    waiting.complete(line);
                })
                .upgrade("head")
                .subscribeAsCompletionStage();
        waiting.join();

        other("commit");

        assertThat(run.join()).hasSize(1);
        assertThat(lines.subList(1, lines.size())).containsExactly("Running upgrade a1 -> b2, by hand b2");
        assertThat(await(migrations(db).versions())).containsExactly("b2");
    }

    @Test
    void eightDatabasesAtOnceEndWithEachRevisionAppliedOnce() {
        List<Uni<List<MigrationStep>>> runs = IntStream.range(0, 8)
                .mapToObj(i -> migrations(open(List.of())).upgrade("head"))
                .toList();

        List<List<MigrationStep>> steps = await(Uni.join().all(runs).andCollectFailures());

        assertThat(steps.stream().mapToInt(List::size).sum()).isEqualTo(2);
        assertThat(await(migrations(db).versions())).containsExactly("b2");
    }

    @Test
    void severalProcessesAtOnceAllSucceed() throws Exception {
        revision("c3", "b2", "-- upgrade\ninsert into one values (1);\n-- downgrade\ndelete from one;");
        other("begin immediate");
        List<MigratingProcess> processes = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                processes.add(MigratingProcess.start(scripts, List.of()).send(url, "upgrade", "head"));
            }
            for (MigratingProcess process : processes) {
                assertThat(process.awaitLine("INFO  [unirow.migrate] Waiting for another connection"))
                        .isNotNull();
            }

            other("commit");

            for (MigratingProcess process : processes) {
                MigratingProcess.Ended ended = process.ended();
                assertThat(ended.code()).as(ended.output()).isZero();
            }
        } finally {
            processes.forEach(MigratingProcess::close);
        }
        assertThat(count(db, "one")).isEqualTo(1);
        assertThat(await(migrations(db).versions())).containsExactly("c3");
    }

    @Test
    void syncInEightDatabasesAtOnceMakesTheTablesOnce() {
        List<Uni<SyncResult>> runs =
                IntStream.range(0, 8).mapToObj(i -> migrations(open(V1)).sync()).toList();

        List<SyncResult> results = await(Uni.join().all(runs).andCollectFailures());

        assertThat(results).containsOnlyOnce(SyncResult.CREATED);
        assertThat(await(migrations(db).versions())).containsExactly("b2");
    }
}
