package dev.unirow.migrate.tests;

import static dev.unirow.migrate.tests.RunnerContract.run;
import static dev.unirow.session.Await.await;
import static dev.unirow.testing.Capability.COMMITTED_DDL;
import static dev.unirow.testing.Capability.PERSISTENCE;
import static dev.unirow.testing.Capability.TABLE_COPIES;
import static dev.unirow.testing.Capability.TRANSACTIONAL_DDL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.unirow.migrate.Migrations;
import dev.unirow.migrate.cli.Main;
import dev.unirow.migrate.event.MigrationEvent;
import dev.unirow.migrate.event.MigrationEvent.RowsCopied;
import dev.unirow.migrate.event.MigrationEvent.RunFailed;
import dev.unirow.migrate.event.MigrationEvent.RunFinished;
import dev.unirow.migrate.event.MigrationEvent.RunStarted;
import dev.unirow.migrate.event.MigrationEvent.StatementFinished;
import dev.unirow.migrate.event.MigrationEvent.StepFinished;
import dev.unirow.migrate.event.MigrationEvent.StepStarted;
import dev.unirow.migrate.exception.RevisionFailedException;
import dev.unirow.migrate.revision.DataMigration;
import dev.unirow.migrate.revision.MigrationStep;
import dev.unirow.session.Database;
import dev.unirow.session.SqlConnection;
import dev.unirow.testing.CapturedLog;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import io.smallrye.mutiny.Uni;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told of a run while it is under way. */
@EachDatabase
class MigrationEventsContract extends MigrationFixture {
    private static final String ITEMS = """
            -- upgrade
            create table item (id integer primary key, name varchar(20));
            insert into item values (1, 'one'), (2, 'two');
            -- downgrade
            drop table item;
            """;

    private final List<MigrationEvent> events = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // opened before each test
    private Database db;

    @SuppressWarnings("NullAway.Init")
    private Migrations migrations;

    @BeforeEach
    void openDatabase() {
        db = open(List.of());
        migrations = migrations(db).withListener(events::add);
    }

    private <E extends MigrationEvent> List<E> events(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private List<String> names() {
        return events.stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    @Test
    void aRunTellsItsPlanItsStepsItsStatementsAndItsEnd() {
        revision("a1", "", ITEMS);
        revision("b2", "a1", "-- upgrade\nupdate item set name = 'x' where id = 1;\n-- downgrade\nselect 1;\n");

        List<MigrationStep> steps = await(migrations.upgrade());

        assertThat(names())
                .containsExactly(
                        "RunStarted",
                        "StepStarted",
                        "StatementFinished",
                        "StatementFinished",
                        "StepFinished",
                        "StepStarted",
                        "StatementFinished",
                        "StepFinished",
                        "RunFinished");
        assertThat(events(RunStarted.class)).singleElement().returns(steps, RunStarted::plan);
        assertThat(events(StepStarted.class))
                .containsExactly(new StepStarted(steps.get(0), 1, 2), new StepStarted(steps.get(1), 2, 2));
        assertThat(events(StatementFinished.class))
                .extracting(StatementFinished::index, StatementFinished::of, StatementFinished::rows)
                .containsExactly(
                        tuple(1, 2, OptionalLong.empty()),
                        tuple(2, 2, OptionalLong.of(2)),
                        tuple(1, 1, OptionalLong.of(1)));
        assertThat(events(StatementFinished.class).get(1).sql())
                .isEqualTo("insert into item values (1, 'one'), (2, 'two')");
        assertThat(events(StatementFinished.class))
                .allMatch(event -> event.took().compareTo(Duration.ZERO) > 0);
        Duration statements = events(StatementFinished.class).stream()
                .map(StatementFinished::took)
                .reduce(Duration.ZERO, Duration::plus);
        assertThat(events(StepFinished.class)).extracting(StepFinished::index).containsExactly(1, 2);
        assertThat(events(RunFinished.class))
                .singleElement()
                .returns(steps, RunFinished::done)
                .satisfies(end -> assertThat(end.took()).isGreaterThanOrEqualTo(statements));
    }

    @Test
    void whereThereIsNothingToDoThatIsTold() {
        revision("a1", "", ITEMS);
        run(migrations.upgrade());
        events.clear();

        run(migrations.upgrade());

        assertThat(names()).containsExactly("RunStarted", "RunFinished");
    }

    @Test
    void downgradesAndStampsAreTold() {
        revision("a1", "", ITEMS);
        run(migrations.stamp("head"));
        assertThat(names()).containsExactly("RunStarted", "StepStarted", "StepFinished", "RunFinished");
        run(migrations.stamp("base"));
        run(migrations.upgrade());
        events.clear();

        run(migrations.withDestructive().downgrade("base"));

        assertThat(events(StatementFinished.class)).singleElement().returns("drop table item", StatementFinished::sql);
    }

    @Test
    void aStepInJavaTellsItsRowsIfItKnowsThem() {
        DataMigration silent =
                connection -> connection.execute("update item set name = 'y'").replaceWithVoid();
        DataMigration counting = new DataMigration() {
            @Override
            public Uni<Void> run(SqlConnection connection) {
                return runCounting(connection).replaceWithVoid();
            }

            @Override
            public Uni<OptionalLong> runCounting(SqlConnection connection) {
                return connection.execute("update item set name = 'z'").map(OptionalLong::of);
            }
        };
        revision("a1", "", ITEMS);
        revision("b2", "a1", "-- upgrade\n-- call silent\n-- call counting\n-- downgrade\nselect 1;\n");

        run(migrations.withCalls(Map.of("silent", silent, "counting", counting)).upgrade());

        assertThat(events(StatementFinished.class).subList(2, 4))
                .extracting(StatementFinished::sql, StatementFinished::index, StatementFinished::rows)
                .containsExactly(
                        tuple("-- call silent", 1, OptionalLong.empty()),
                        tuple("-- call counting", 2, OptionalLong.of(2)));
    }

    @Test
    @Requires(TABLE_COPIES)
    void aTableThatIsCopiedTellsItsRows() {
        revision("a1", "", ITEMS);
        revision("b2", "a1", """
                -- upgrade
                -- batch item (id, name)
                create table copy_of_item (id integer primary key, name varchar(30));
                insert into copy_of_item (id, name) select id, name from item;
                drop table item;
                alter table copy_of_item rename to item;
                """);

        run(migrations.upgrade());

        assertThat(events(RowsCopied.class))
                .singleElement()
                .returns("item", RowsCopied::table)
                .returns(2L, RowsCopied::rows);
        assertThat(names().indexOf("RowsCopied"))
                .isEqualTo(events.indexOf(events(StatementFinished.class).get(3)) + 1);
    }

    @Test
    void aFailureIsTheLastThingThatIsTold() {
        revision("a1", "", ITEMS);
        revision("b2", "a1", "-- upgrade\ninsert into item values (3, 'three');\ninsert into nowhere values (1);\n");

        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> run(migrations.upgrade()))
                .satisfies(failure -> assertThat(events.get(events.size() - 1))
                        .isInstanceOfSatisfying(
                                RunFailed.class,
                                end -> assertThat(end.failure()).isSameAs(failure)));

        assertThat(events(StatementFinished.class)).hasSize(3);
        assertThat(events(StepFinished.class)).hasSize(1);
        assertThat(events(RunFinished.class)).isEmpty();
    }

    @Test
    @Requires(COMMITTED_DDL)
    void aRunThatGoesOnCountsFromWhereItStopped() {
        revision("a1", "", "-- upgrade\ncreate table one (id int);\ncreate table two (id int, nowhere);\n");
        assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> run(migrations.upgrade()));
        revision("a1", "", "-- upgrade\ncreate table one (id int);\ncreate table two (id int);\n");
        events.clear();

        run(migrations.upgrade());

        assertThat(events(StatementFinished.class))
                .singleElement()
                .returns(2, StatementFinished::index)
                .returns(2, StatementFinished::of);
    }

    @Test
    void aListenerThatFailsHarmsNothingAndIsLoggedOnce() {
        revision("a1", "", ITEMS);
        revision("b2", "a1", "-- upgrade\ninsert into item values (3, 'three');\n");
        List<MigrationEvent> later = new ArrayList<>();

        try (CapturedLog log = CapturedLog.of("unirow.migrate")) {
            run(migrations(db)
                    .withProgress(line -> {
                        throw new IllegalStateException("no place for lines");
                    })
                    .withListener(event -> {
                        throw new AssertionError("no place for events");
                    })
                    .withListener(later::add)
                    .upgrade());

            assertThat(log.lines())
                    .hasSize(2)
                    .allMatch(
                            line -> line.startsWith("The listener ")
                                    && line.endsWith(
                                            " has failed. The run of migrations goes on; further failures of it are not logged."));
            assertThat(log.traces()).anyMatch(trace -> trace.contains("no place for events"));
        }
        assertThat(later).hasSize(9);
        assertThat(await(migrations.versions())).containsExactly("b2");
        assertThat(count(db, "item")).isEqualTo(3);
    }

    @Test
    @Requires(TRANSACTIONAL_DDL)
    void aListenerThatIsToldOfAFailureFindsTheDatabaseAsItWas() {
        revision("a1", "", ITEMS);
        revision("b2", "a1", "-- upgrade\ninsert into nowhere values (1);\n");
        List<String> seen = new ArrayList<>();

        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> run(migrations
                        .withListener(event -> seen.add(event.getClass().getSimpleName()))
                        .upgrade()));

        assertThat(seen).endsWith("RunFailed");
        assertThat(await(migrations.versions())).containsExactly("a1");
    }

    @Test
    @Requires(PERSISTENCE)
    void theCommandLineShowsStatementsWhereAPersonLooks() {
        revision("a1", "", ITEMS);

        assertThat(command(false, "upgrade", "head"))
                .containsExactly("INFO  [unirow.migrate] Running upgrade  -> a1, by hand a1");
        assertThat(command(true, "--quiet", "downgrade", "--allow-destructive", "base"))
                .isEmpty();
        assertThat(command(true, "upgrade", "head"))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("INFO  [unirow.migrate] Running upgrade"),
                        line -> assertThat(line).matches(" {6}1 of 2: create table item … \\(\\d+\\.\\d{3} s\\)"),
                        line -> assertThat(line)
                                .matches(" {6}2 of 2: insert into item values … \\(\\d+\\.\\d{3} s, 2 rows\\)"));
    }

    private List<String> command(boolean progress, String... args) {
        StringWriter err = new StringWriter();
        int code = Main.of(scripts)
                .withDatabase(() -> Database.open(url))
                .withOutput(new PrintWriter(new StringWriter()), new PrintWriter(err))
                .withProgress(progress)
                .run(args);
        assertThat(code).as(err.toString()).isZero();
        return err.toString().lines().toList();
    }
}
