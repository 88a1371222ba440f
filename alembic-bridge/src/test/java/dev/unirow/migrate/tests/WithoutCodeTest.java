package dev.unirow.migrate.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.migrate.cli.Main;
import dev.unirow.session.Database;
import dev.unirow.testing.DatabaseKind;
import dev.unirow.testing.OnDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The command line on a database and on models that only options name. */
@OnDatabase(DatabaseKind.SQLITE_FILE)
class WithoutCodeTest extends MigrationFixture {
    private static final String MODELS = "dev.unirow.migrate.tests.v1";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void revisionsForAllDatabasesAreMadeAndRun() throws IOException {
        assertThat(run("make", "-m", "first")).as(err::toString).isZero();
        assertThat(err.toString())
                .isEqualTo("INFO  [unirow.migrate] Detected added table 'team'\n"
                        + "INFO  [unirow.migrate] Detected added table 'hero'\n"
                        + "INFO  [unirow.migrate] Detected added table 'pet'\n");
        assertThat(run("migrate")).as(err::toString).isZero();
        assertThat(run("check")).as(err::toString).isZero();
        assertThat(run("check", "--offline")).as(err::toString).isZero();

        try (Stream<Path> files = Files.list(scripts)) {
            Path made = files.filter(file -> file.toString().endsWith("first.sql"))
                    .findFirst()
                    .orElseThrow();
            assertThat(Files.readString(made))
                    .contains("-- upgrade [sqlite]", "-- upgrade [postgresql]", "-- upgrade [mariadb]");
        }
    }

    @Test
    void modelsAreNamedByClassesAndPackages() {
        assertThat(with(MODELS + ".Team", "diagram")).as(err::toString).isZero();
        assertThat(out.toString()).contains(" team {").doesNotContain("hero");
        assertThat(with(MODELS + ".Hero," + MODELS + ".Team", "diagram")).isZero();
        assertThat(out.toString()).contains(" team {", " hero {");
        assertThat(with("org.example.nothing", "diagram")).isEqualTo(2);
        assertThat(err.toString()).startsWith("FAILED: ").contains("org.example.nothing");
    }

    @Test
    void aProgramWithADatabaseOfItsOwnTakesNoOther() {
        assertThat(main().withProgramName("pets db")
                        .withDatabase(() -> open(V1))
                        .run("status", "--url", url))
                .isEqualTo(2);

        assertThat(err.toString())
                .isEqualTo("FAILED: 'pets db' brings its own database and models, and takes no --url and no --models."
                        + " Leave them out.\n");
    }

    @Test
    void createMakesTheTablesAndDropTakesThemAway() throws IOException {
        Files.delete(scripts.resolve("README.md"));
        Files.delete(scripts);
        Database db = open(V1);

        assertThat(run("create")).as(err::toString).isZero();
        assertThat(count(db, "hero")).isZero();
        execute(db, "insert into team (name) values ('Preventers')");

        assertThat(run("drop")).isEqualTo(3);
        assertThat(err.toString())
                .isEqualTo(
                        "FAILED: All rows of these tables would be lost: hero, pet, team. Nothing was run. Allow it with"
                                + " --allow-destructive.\n");
        List<String> questions = new ArrayList<>();
        assertThat(command(main().withAnswers(question -> !questions.add(question)), MODELS, "drop"))
                .isEqualTo(3);
        assertThat(questions).containsExactly("All rows of these tables would be lost: hero, pet, team. Go on?");
        assertThat(count(db, "team")).isEqualTo(1);

        assertThat(run("drop", "--yes")).as(err::toString).isZero();
        assertThat(count(db, "sqlite_schema where name in ('hero', 'team')")).isZero();
    }

    @Test
    void withRevisionsANewDatabaseIsStampedWithTheLast() {
        assertThat(run("make", "-m", "first")).isZero();

        assertThat(run("create")).as(err::toString).isZero();
        assertThat(run("-q", "status")).isZero();
        assertThat(out.toString()).isEqualTo("UP_TO_DATE\n");
        assertThat(run("drop", "--allow-destructive")).as(err::toString).isZero();
        assertThat(run("-q", "status")).isZero();
        assertThat(out.toString()).isEqualTo("NO_INFO\n");
    }

    @Test
    void theDiagramHasTheTablesOfTheModels() throws IOException {
        assertThat(run("diagram")).as(err::toString).isZero();

        try (InputStream approved = requireNonNull(WithoutCodeTest.class.getResourceAsStream("diagram.mmd"))) {
            assertThat(out.toString()).isEqualTo(new String(approved.readAllBytes(), UTF_8));
        }
        assertThat(run("diagram", "--target", "oracle")).isEqualTo(2);
    }

    private int run(String... args) {
        return with(MODELS, args);
    }

    private int with(String models, String... args) {
        return command(main(), models, args);
    }

    private int command(Main main, String models, String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--url", url, "--models", models));
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return main.run(all.toArray(String[]::new));
    }

    private Main main() {
        return Main.of(scripts).withOutput(new PrintWriter(out), new PrintWriter(err));
    }
}
