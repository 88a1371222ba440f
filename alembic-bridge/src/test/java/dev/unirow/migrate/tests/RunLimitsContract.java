package dev.unirow.migrate.tests;

import static dev.unirow.migrate.tests.RunnerContract.run;
import static dev.unirow.session.Await.await;
import static dev.unirow.testing.Capability.PERSISTENCE;
import static dev.unirow.testing.Capability.ROW_LOCKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.unirow.migrate.Migrations;
import dev.unirow.migrate.cli.Main;
import dev.unirow.migrate.exception.RevisionFailedException;
import dev.unirow.migrate.revision.DataMigration;
import dev.unirow.session.Database;
import dev.unirow.session.SqlConnection;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import io.smallrye.mutiny.Uni;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long the statements of a run may wait and take; the connection of the run is a pooled one. */
@EachDatabase
class RunLimitsContract extends MigrationFixture {
    private static final String CALL = "-- upgrade\n-- call look\n-- downgrade\nselect 1;\n";

    private final List<List<String>> seen = new ArrayList<>();
    private final DataMigration look =
            connection -> settings(connection).invoke(seen::add).replaceWithVoid();

    @SuppressWarnings("NullAway.Init") // opened before each test
    private Database db;

    @BeforeEach
    void openWithOneConnection() {
        db = Database.builder(url).poolSize(1).open();
    }

    @AfterEach
    void close() {
        db.close();
    }

    private Migrations looking() {
        return migrations(db).withCalls(Map.of("look", look));
    }

    private Uni<List<String>> settings(SqlConnection connection) {
        return switch (target.kind()) {
            case POSTGRESQL ->
                connection
                        .select(
                                "select current_setting('lock_timeout') as a, current_setting('statement_timeout') as b")
                        .map(RunLimitsContract::texts);
            case MARIADB ->
                connection
                        .select(
                                "select cast(@@lock_wait_timeout as char) as a, cast(@@innodb_lock_wait_timeout as char) as b,"
                                        + " cast(@@max_statement_time as char) as c")
                        .map(RunLimitsContract::texts);
            case SQLITE_FILE, SQLITE_MEMORY ->
                connection.select("pragma busy_timeout").map(RunLimitsContract::texts);
        };
    }

    private static List<String> texts(List<? extends Map<String, ?>> rows) {
        return rows.get(0).values().stream().map(String::valueOf).toList();
    }

    private List<String> settings() {
        return await(db.connect(this::settings));
    }

    @Test
    void whatIsAskedForHoldsDuringTheRunAlone() {
        List<String> before = settings();
        revision("a1", "", CALL);

        run(looking()
                .withLockTimeout(Duration.ofSeconds(5))
                .withStatementTimeout(Duration.ofSeconds(7))
                .upgrade("head"));

        assertThat(seen).containsExactly(asked());
        assertThat(settings()).isEqualTo(before).isNotEqualTo(asked());
    }

    private List<String> asked() {
        return switch (target.kind()) {
            case POSTGRESQL -> List.of("5s", "7s");
            case MARIADB -> List.of("5", "5", "7.000000");
            case SQLITE_FILE, SQLITE_MEMORY -> List.of("5000");
        };
    }

    @Test
    void aMinuteForLocksIsUsualOnServersAndZeroLeavesAllAsItIs() {
        List<String> before = settings();
        revision("a1", "", CALL);
        run(looking().upgrade("head"));
        revision("b2", "a1", CALL);
        run(looking().withLockTimeout(Duration.ZERO).upgrade("head"));

        List<String> usual = switch (target.kind()) {
            case POSTGRESQL -> List.of("1min", before.get(1));
            case MARIADB -> List.of("60", "60", before.get(2));
            case SQLITE_FILE, SQLITE_MEMORY -> before;
        };
        assertThat(seen).containsExactly(usual, before);
        assertThat(settings()).isEqualTo(before);
    }

    @Test
    void theConnectionGetsItsOwnBackAfterAFailureToo() {
        List<String> before = settings();
        revision("a1", "", "-- upgrade\ninsert into nowhere values (1);\n");

        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> run(migrations(db)
                        .withLockTimeout(Duration.ofSeconds(5))
                        .withStatementTimeout(Duration.ofSeconds(7))
                        .upgrade("head")));

        assertThat(settings()).isEqualTo(before);
    }

    @Test
    @Requires(ROW_LOCKS)
    void aChangeOfATableDoesNotWaitForALongTransactionForEver() {
        execute(db, "create table item (id integer primary key)");
        revision("a1", "", "-- upgrade\nalter table item add column name varchar(20);\n");
        Migrations migrations = migrations(db).withLockTimeout(Duration.ofMillis(50));

        Database other = open(List.of());
        await(other.connect(connection -> connection
                .begin()
                .chain(() -> connection.execute("insert into item values (1)"))
                .invoke(() -> seen.clear())
                .chain(() -> migrations
                        .upgrade("head")
                        .onItem()
                        .failWith(() -> new AssertionError("It did not wait"))
                        .onFailure(RevisionFailedException.class)
                        .recoverWithItem(failure -> {
                            seen.add(List.of(String.valueOf(failure.getMessage())));
                            return List.of();
                        }))
                .call(connection::rollback)));

        assertThat(seen)
                .singleElement()
                .satisfies(message -> assertThat(message.get(0))
                        .contains("The statement failed: ")
                        .containsIgnoringCase("lock"));
        run(migrations.upgrade("head"));
    }

    @Test
    void aLimitThatIsNoneIsRefused() {
        for (Duration wrong : List.of(Duration.ofSeconds(-1), Duration.ofNanos(1), Duration.ofDays(2))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> migrations(db).withLockTimeout(wrong))
                    .withMessageStartingWith("A timeout is a millisecond to a day long, or zero");
            assertThatIllegalArgumentException().isThrownBy(() -> migrations(db).withStatementTimeout(wrong));
        }
    }

    @Test
    @Requires(PERSISTENCE)
    void theCommandLineTakesSeconds() {
        revision("a1", "", CALL);

        assertThat(command("migrate", "--lock-timeout", "-1")).isEqualTo(2);
        assertThat(command("migrate", "--lock-timeout", "5", "--statement-timeout", "7.0"))
                .isZero();

        assertThat(seen).containsExactly(asked());
    }

    private int command(String... args) {
        return Main.of(scripts)
                .withDatabase(() -> Database.open(url))
                .withMigrations(migrations -> migrations.withCalls(Map.of("look", look)))
                .withOutput(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()))
                .run(args);
    }
}
