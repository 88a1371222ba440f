package dev.unirow.migrate.tests;

import static dev.unirow.migrate.tests.RunnerContract.run;
import static dev.unirow.session.Await.await;
import static dev.unirow.testing.Capability.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.migrate.Migrations;
import dev.unirow.migrate.exception.MigrationException;
import dev.unirow.migrate.status.DatabaseStatus;
import dev.unirow.session.Database;
import dev.unirow.session.exception.UnirowException;
import dev.unirow.testing.DatabaseKind;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.MariaDbServer;
import dev.unirow.testing.OwnServer;
import dev.unirow.testing.PostgresServer;
import dev.unirow.testing.Requires;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A server that is killed behind a statement of a run of five revisions, and is started again: the next one finishes
 * it.
 */
@EachDatabase
@Requires(SERVER)
@Tag("slow")
class KilledServersContract extends MigrationFixture {
    @SuppressWarnings("NullAway.Init") // started before each test
    private OwnServer server;

    private int databases;

    @BeforeEach
    void startServer() {
        FiveRevisions.write(this);
        server = target.kind() == DatabaseKind.POSTGRESQL ? PostgresServer.own() : MariaDbServer.own();
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void aRunWhoseServerIsKilledIsFinishedByTheNext() {
        assertThat(upgradeKilled((number, sql) -> sql.startsWith("create index ix_cat_name")))
                .isTrue();
        assertThatTheNextRunFinishes("the index");
    }

    @Test
    @Tag("deep")
    void aRunWhoseServerIsKilledBehindAnyOfItsStatementsIsFinishedByTheNext() {
        AtomicInteger killed = new AtomicInteger();
        while (upgradeKilled((number, sql) -> number == killed.get() + 1)) {
            assertThatTheNextRunFinishes("statement " + killed.incrementAndGet());
        }
        System.out.printf("%s: its server was killed at %s points of a run%n", target, killed);
        assertThat(killed).hasValueGreaterThan(40);
    }

    /** On a new database; whether the run came to that statement. */
    private boolean upgradeKilled(BiPredicate<Integer, String> behind) {
        url = newDatabaseUrl();
        AtomicInteger statements = new AtomicInteger();
        AtomicBoolean killed = new AtomicBoolean();
        try (Database dying = Database.builder(url)
                .listener(statement -> {
                    if (!killed.get() && behind.test(statements.incrementAndGet(), statement.sql())) {
                        killed.set(true);
                        // the event loop waits, so that nothing is sent before
                        CompletableFuture.runAsync(server::crash).join();
                    }
                })
                .open()) {
            run(migrations(dying).upgrade("head"));
        } catch (UnirowException | MigrationException lost) {
            assertThat(lost).hasMessageContaining("The connection to the database was lost");
        }
        return killed.get();
    }

    private String newDatabaseUrl() {
        databases++;
        try (Database db = Database.open(server.url())) {
            execute(db, "create database run_" + databases);
        }
        return server.url().replaceFirst("/[^/]*$", "/run_" + databases);
    }

    private void assertThatTheNextRunFinishes(String behind) {
        server.start();
        try (Database db = Database.open(url)) {
            Migrations migrations = migrations(db);
            run(migrations.upgrade("head"));
            assertThat(await(migrations.status())).as(behind).isEqualTo(DatabaseStatus.UP_TO_DATE);
            FiveRevisions.assertApplied(db);
        }
    }
}
