package dev.unirow.migrate.tests;

import static dev.unirow.session.Await.await;
import static dev.unirow.testing.Capability.PERSISTENCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.migrate.cli.Main;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The command line as a program of its own, which only the environment tells what to work on. */
@Tag("slow")
@EachDatabase
@Requires(PERSISTENCE)
class ConfiguredMainContract extends MigrationFixture {
    private String output = "";

    @Test
    void theFolderIsTheConfiguredOneUnlessAnOptionNamesAnother() throws Exception {
        Path configured = folder.resolve("db").resolve("revisions");
        Map<String, String> environment = Map.of(
                "DATABASE_URL",
                url,
                "DATABASE_MIGRATIONS",
                folder.relativize(configured).toString());

        assertThat(run(environment, "init")).as(output).isZero();
        assertThat(configured).isDirectory();
        assertThat(run(environment, "revision", "--rev-id", "a1")).as(output).isZero();
        assertThat(run(environment, "migrate")).as(output).isZero();
        assertThat(run(environment, "current")).as(output).isZero();
        assertThat(output).contains("a1 (head)");

        assertThat(run(environment, "-d", "other", "init")).as(output).isZero();
        assertThat(folder.resolve("other")).isDirectory();
    }

    @Test
    void anOfflineCheckNeedsNoDatabaseButTheModels() throws Exception {
        Files.createDirectories(folder.resolve("config"));
        Files.writeString(
                folder.resolve("config").resolve("application.properties"),
                "database.models=dev.unirow.migrate.tests.v1.Team,dev.unirow.migrate.tests.v1.Hero\n");
        var unused = await(migrations(open(V1), V1).autogenerate("first"));

        assertThat(run(Map.of("DATABASE_MIGRATIONS", "migrations"), "check", "--offline"))
                .as(output)
                .isZero();
        assertThat(output).contains("Compared with the last snapshots: postgresql, sqlite, mariadb\n");
        assertThat(run(
                        Map.of(
                                "DATABASE_MIGRATIONS", "migrations",
                                "DATABASE_URL", "postgresql://nobody:secret@127.0.0.1:1/nothing",
                                "DATABASE_PLURAL_TABLE_NAMES", "true"),
                        "check",
                        "--offline"))
                .as(output)
                .isEqualTo(1);
        assertThat(output).contains("FAILED: New upgrade operations detected: ", "Detected added table 'heroes' (");
    }

    @Test
    void aConfigurationThatCannotBeReadIsSaid() throws Exception {
        Files.createDirectories(folder.resolve("config"));
        Files.writeString(folder.resolve("config").resolve("application.properties"), "database.migration=db\n");

        assertThat(run(Map.of(), "history")).isEqualTo(2);

        assertThat(output).contains("FAILED: The key 'database.migration' of ", "Did you mean 'database.migrations'?");
    }

    @Test
    void aCommandThatLooksMigratesNothing() throws Exception {
        Map<String, String> environment =
                Map.of("DATABASE_URL", url, "DATABASE_MIGRATIONS", "migrations", "DATABASE_MIGRATE_ON_OPEN", "true");
        revision("a1", "", "-- upgrade\nselect 1;\n-- downgrade\nselect 1;\n");

        assertThat(run(environment, "status")).as(output).isZero();

        assertThat(output).contains("Current Revision: <base>");
    }

    @Test
    void withoutAnEditorAndATerminalNoneIsStarted() throws Exception {
        Map<String, String> environment = Map.of("DATABASE_URL", url, "DATABASE_MIGRATIONS", "revisions");
        assertThat(run(environment, "init")).as(output).isZero();
        assertThat(run(environment, "revision", "--rev-id", "a1")).as(output).isZero();

        assertThat(run(environment, "edit", "head")).isEqualTo(3);

        assertThat(output)
                .contains(
                        "FAILED: There is no terminal to edit ",
                        "a1_.sql on. ",
                        "or set VISUAL or EDITOR to an editor");
    }

    private int run(Map<String, String> environment, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(args));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeAll(List.of("VISUAL", "EDITOR"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor();
    }
}
