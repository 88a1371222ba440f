package dev.unirow.migrate.tests;

import static dev.unirow.session.Await.await;
import static dev.unirow.testing.Capability.PERSISTENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.unirow.migrate.Migrations;
import dev.unirow.migrate.exception.MissingDirectoryException;
import dev.unirow.migrate.exception.RevisionFailedException;
import dev.unirow.session.Database;
import dev.unirow.session.DatabaseBuilder;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.JavaProgram;
import dev.unirow.testing.Requires;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A database that is migrated by being opened. */
@EachDatabase
class MigrateOnOpenContract extends MigrationFixture {
    private DatabaseBuilder builder() {
        return Database.builder(url)
                .models(V1.toArray(Class<?>[]::new))
                .migrations(scripts)
                .migrateOnOpen();
    }

    private void revisions() {
        revision("a1", "", "-- upgrade\ncreate table item (id integer primary key);\n");
        revision("b2", "a1", "-- upgrade\ninsert into item values (1);\n");
        revision("c3", "b2", "-- upgrade\ninsert into item values (2);\n");
    }

    @Test
    void allRevisionsAreAppliedBeforeAnybodyHasTheDatabase() {
        revisions();

        try (Database db = builder().open()) {
            assertThat(count(db, "item")).isEqualTo(2);
            assertThat(await(Migrations.of(db).versions())).containsExactly("c3");
            assertThat(await(db.health()).ready()).isTrue();
        }
    }

    @Test
    void soItIsWithoutBlocking() {
        revisions();

        try (Database db = await(builder().openAsync())) {
            assertThat(await(Migrations.of(db).versions())).containsExactly("c3");
        }
    }

    @Test
    void aFailureOfTheMigrationsIsThatOfTheOpening() {
        revisions();
        revision("d4", "c3", "-- upgrade\ninsert into nowhere values (1);\n");

        for (Runnable opening : List.<Runnable>of(
                () -> builder().open().close(),
                () -> await(builder().openAsync()).close())) {
            assertThatExceptionOfType(RevisionFailedException.class)
                    .isThrownBy(opening::run)
                    .withMessageContaining("Could not run upgrade c3 -> d4");
        }
    }

    @Test
    void aFolderThatIsNotThereIsAFailureToo() {
        assertThatExceptionOfType(MissingDirectoryException.class)
                .isThrownBy(() ->
                        builder().migrations(folder.resolve("nowhere")).open().close());
    }

    @Test
    void anotherRunTakesItsPlace() {
        revisions();
        revision("d4", "c3", "-- upgrade\n-- call count\n");
        List<String> called = new ArrayList<>();

        try (Database db = Database.builder(url)
                .migrations(scripts)
                .onOpen(opening -> Migrations.of(opening)
                        .withCalls(Map.of(
                                "count",
                                connection -> connection
                                        .select("select count(*) as n from item")
                                        .invoke(rows -> called.add(
                                                String.valueOf(rows.get(0).get("n"))))
                                        .replaceWithVoid()))
                        .upgrade())
                .open()) {
            assertThat(called).containsExactly("2");
            assertThat(await(Migrations.of(db).versions())).containsExactly("d4");
        }
    }

    @Test
    @Tag("slow")
    @Requires(PERSISTENCE)
    void eightProgramsThatStartAtOnceAllOpenIt() throws IOException, InterruptedException {
        revisions();
        List<Process> processes = new ArrayList<>();
        try {
            for (int i = 0; i < 8; i++) {
                processes.add(JavaProgram.of(OpeningProcess.class)
                        .process(url, scripts.toString())
                        .redirectErrorStream(true)
                        .start());
            }
            for (Process process : processes) {
                String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(process.waitFor()).as(output).isZero();
                assertThat(output).contains("opened ");
            }
        } finally {
            processes.forEach(Process::destroyForcibly);
        }
        try (Database db = Database.open(url)) {
            assertThat(count(db, "item")).isEqualTo(2);
            assertThat(await(migrations(db).versions())).containsExactly("c3");
        }
    }
}
