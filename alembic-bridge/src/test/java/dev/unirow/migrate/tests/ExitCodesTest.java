package dev.unirow.migrate.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.migrate.cli.Main;
import dev.unirow.migrate.directory.MigrationsDirectory;
import dev.unirow.model.Naming;
import dev.unirow.session.Database;
import dev.unirow.testing.DatabaseKind;
import dev.unirow.testing.OnDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a script is told by the exit code of a command. */
@OnDatabase(DatabaseKind.SQLITE_FILE)
class ExitCodesTest extends MigrationFixture {
    private final StringWriter output = new StringWriter();
    private List<Class<?>> models = V1;

    @BeforeEach
    void migrateAFirstRevision() {
        assertThat(run("make", "-m", "first")).as(output::toString).isZero();
        assertThat(run("migrate")).as(output::toString).isZero();
    }

    @Test
    void whatWasDoneAndWhatWasFoundInOrderEndsWith0() {
        assertThat(run("check")).isZero();
        assertThat(run("status")).isZero();
        assertThat(run("current", "--check-heads")).isZero();
    }

    @Test
    void aDifferenceThatACommandLookedForEndsWith1() {
        models = V2;

        assertThat(run("check")).isEqualTo(1);
        assertThat(run("check", "--offline")).isEqualTo(1);

        revision("a1", only(), "-- upgrade\nselect 1;\n-- downgrade\nselect 1;\n");
        assertThat(run("current", "--check-heads")).isEqualTo(1);
    }

    @Test
    void whatCannotBeUnderstoodEndsWith2() {
        assertThat(run("chek")).isEqualTo(2);
        assertThat(run("migrate", "--quickly")).isEqualTo(2);
        assertThat(run("upgrade", "base:head")).isEqualTo(2);
        assertThat(run("make", "--rename", "name")).isEqualTo(2);
        assertThat(run("migrate", "--lock-timeout", "-1")).isEqualTo(2);
        assertThat(onDatabase("nosql://here").run("migrate")).isEqualTo(2);
    }

    @Test
    void whatIsRefusedEndsWith3() {
        execute(open(V1), "insert into team (name) values ('Preventers')");

        assertThat(run("downgrade", "base")).isEqualTo(3);
        assertThat(output.toString()).contains("FAILED: Data would be lost");
        assertThat(run("upgrade", "nowhere")).isEqualTo(3);
        assertThat(run("-d", folder.resolve("missing").toString(), "migrate")).isEqualTo(3);

        revision("a1", only(), "-- upgrade\nselect 1;\n-- downgrade\nselect 1;\n");
        revision("b2", only(), "-- upgrade\nselect 1;\n-- downgrade\nselect 1;\n");
        assertThat(run("migrate")).isEqualTo(3);
        assertThat(run("make")).isEqualTo(3);
    }

    @Test
    void whatTheDatabaseFailsAtEndsWith4() {
        revision("a1", only(), "-- upgrade\ninsert into nowhere values (1);\n-- downgrade\nselect 1;\n");

        assertThat(run("migrate")).isEqualTo(4);
        assertThat(onDatabase("sqlite:///" + folder.resolve("missing").resolve("data.db"))
                        .run("migrate"))
                .isEqualTo(4);
        assertThat(output.toString()).doesNotContain("\tat ");
    }

    /** The one revision that there is. */
    private String only() {
        return MigrationsDirectory.of(scripts).graph().bases().get(0).id();
    }

    private int run(String... args) {
        return onDatabase(url).run(args);
    }

    private Main onDatabase(String address) {
        return Main.of(scripts)
                .withDatabase(() -> Database.open(address, models.toArray(Class<?>[]::new)))
                .withMigrations(migrations -> migrations.withModels(Naming.standard(), models))
                .withOutput(new PrintWriter(output), new PrintWriter(output));
    }
}
