package dev.unirow.migrate.tests;

import static dev.unirow.migrate.tests.RunnerContract.run;
import static dev.unirow.session.Await.await;
import static dev.unirow.testing.Capability.PERSISTENCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.migrate.Migrations;
import dev.unirow.session.Database;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Eight instances of an application that migrate at once. */
@EachDatabase
@Requires(PERSISTENCE)
@Tag("deep")
class ManyProcessesContract extends MigrationFixture {
    private static final int ROUNDS = 20;
    private static final int PROCESSES = 8;

    private final List<MigratingProcess> processes = new ArrayList<>();

    @BeforeEach
    void startProcesses() throws IOException {
        FiveRevisions.write(this);
        for (int i = 0; i < PROCESSES; i++) {
            processes.add(MigratingProcess.start(scripts, V1));
        }
    }

    @AfterEach
    void endProcesses() {
        processes.forEach(MigratingProcess::close);
    }

    @Test
    void allSucceedInEachRound() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            create();
            upgrade("sync");
            upgrade("upgrade", "head");
        }
        System.out.printf(
                "%s: %d processes × %d rounds of sync on a new database, sync and upgrade%n",
                target, PROCESSES, ROUNDS);
    }

    private void create() throws Exception {
        url = target.newDatabaseUrl();
        List<String> outputs = allEndWell("sync");
        assertThat(String.join("", outputs)).containsOnlyOnce("The tables of the models were made.");
        try (Database db = Database.open(url, V1.toArray(Class<?>[]::new))) {
            Migrations migrations = migrations(db);
            assertThat(await(migrations.versions())).containsExactly("e5");
            assertThat(await(migrations.check())).isEmpty();
        }
    }

    private void upgrade(String... command) throws Exception {
        url = target.newDatabaseUrl();
        try (Database db = Database.open(url)) {
            run(migrations(db).upgrade("a1"));
            List<String> outputs = allEndWell(command);
            for (String revision : FiveRevisions.IDS.subList(1, 5)) {
                assertThat(String.join("", outputs)).containsOnlyOnce(" -> " + revision + ",");
            }
            FiveRevisions.assertApplied(db);
        }
    }

    private List<String> allEndWell(String... command) throws Exception {
        for (MigratingProcess process : processes) {
            process.send(url, command);
        }
        List<String> outputs = new ArrayList<>();
        for (MigratingProcess process : processes) {
            MigratingProcess.Ended ended = process.ended();
            assertThat(ended.code()).as(ended.output()).isZero();
            outputs.add(ended.output());
        }
        return outputs;
    }
}
