package dev.unirow.migrate.tests;

import static dev.unirow.session.Await.await;
import static dev.unirow.testing.Capability.PERSISTENCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.migrate.cli.Main;
import dev.unirow.model.Naming;
import dev.unirow.schema.engine.Schemas;
import dev.unirow.session.Database;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The command line inside a program, over a life in which the models change. Every command opens the database anew. */
@EachDatabase
@Requires(PERSISTENCE)
class CommandLineContract extends MigrationFixture {
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();
    private List<Class<?>> models = V1;

    @BeforeEach
    void useAnotherDirectory() {
        scripts = folder.resolve("revisions");
    }

    @Test
    void fromNothingToAChangedModelAndBack() throws IOException {
        assertThat(run("status")).isEqualTo(3);
        assertThat(err.toString()).contains("Run 'pets db init' first.");
        assertThat(run("init")).isZero();
        assertThat(run("make", "-m", "first")).isZero();
        assertThat(err.toString())
                .contains("INFO  [unirow.migrate] Detected added table 'team'")
                .doesNotContain("WARN");
        assertThat(out.toString())
                .startsWith("Creating migration: first\n  Generating ")
                .endsWith(" ...  done\n");
        assertThat(run("status")).isZero();
        assertThat(out.toString()).isEqualTo("""
                Current Revision: <base>
                Status: NO_INFO (it is empty)
                Run 'pets db migrate'.
                """);
        assertThat(run("make")).isEqualTo(3);
        assertThat(err.toString())
                .isEqualTo("FAILED: Target database is not up to date.\nRun 'pets db migrate' first.\n");
        assertThat(run("migrate")).isZero();
        assertThat(out.toString()).isEqualTo("Applying changes (upgrade head)...\n");
        assertThat(err.toString()).matches("INFO {2}\\[unirow.migrate] Running upgrade {2}-> \\w{12}, first\n");
        assertThat(run("current")).isZero();
        assertThat(out.toString()).matches("\\w{12} \\(head\\)\n");
        assertThat(run("status")).isZero();
        assertThat(out.toString()).contains("Status: UP_TO_DATE (all revisions are applied)\n");
        assertThat(run("make")).isZero();
        assertThat(out.toString())
                .startsWith("No message provided. Using: 'auto_")
                .endsWith("No new upgrade operations detected.\n");

        models = V2;
        addRows();
        assertThat(run("check")).isEqualTo(1);
        assertThat(err.toString()).startsWith("FAILED: New upgrade operations detected: Detected ");
        assertThat(run("make", "-m", "second")).isZero();
        assertThat(run("history", "-i")).isZero();
        assertThat(out.toString())
                .matches("(\\w{12}) -> \\w{12} \\(head\\), second\n<base> -> \\1 \\(current\\), first\n");
        assertThat(run("migrate")).isZero();
        assertThat(run("check")).isZero();
        assertThat(out.toString()).isEqualTo("No new upgrade operations detected.\n");
        assertThat(run("revert")).isZero();
        assertThat(out.toString()).isEqualTo("Reverting database changes (downgrade last step)...\n");
        assertThat(run("current", "--check-heads")).isEqualTo(1);
        assertThat(err.toString()).isEqualTo("FAILED: Database is not on all head revisions\n");
        assertThat(run("sync")).isZero();
        assertThat(out.toString()).isEqualTo("All revisions that waited were applied.\n");
        Database db = open(V2);
        assertThat(count(db, "hero where team_id = (select id from team)")).isEqualTo(1);
        assertThat(run("downgrade", "base")).isEqualTo(3);
        assertThat(err.toString()).startsWith("FAILED: Data would be lost: table 'hero' with 1 row (revision ");
        assertThat(run("downgrade", "base", "--allow-destructive")).isZero();
        assertThat(await(migrations(db).versions())).isEmpty();
        sectionsOfAllDatabasesAreThere();
    }

    private void addRows() {
        Database db = open(V2);
        execute(db, "insert into team (name) values ('Preventers')");
        execute(db, "insert into hero (name, team_id) select 'Rusty-Man', id from team");
    }

    /** Each revision, made on one database, has what the others need. */
    private void sectionsOfAllDatabasesAreThere() throws IOException {
        try (var files = Files.list(scripts)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".sql")).toList()) {
                String text = Files.readString(file);
                assertThat(text).contains("-- upgrade [postgresql]\n", "-- downgrade [postgresql]\n");
                assertThat(text).contains("-- upgrade [sqlite]\n", "-- downgrade [sqlite]\n");
                assertThat(text).contains("-- upgrade [mariadb]\n", "-- downgrade [mariadb]\n");
                if (file.toString().contains("second")) {
                    assertThat(text)
                            .contains(
                                    "alter table team alter column name",
                                    "-- batch team (id, name",
                                    "alter table team modify column name");
                }
            }
        }
    }

    @Test
    void aDatabaseWithTablesIsTakenOver() {
        await(open(V1).createAll());
        models = V2;
        addRows();
        assertThat(run("init")).isZero();
        models = V1;
        assertThat(run("make")).isZero();
        assertThat(out.toString())
                .endsWith(
                        "No new upgrade operations detected.\n"
                                + "The tables are there, but no revision: run 'pets db baseline' to write them down as the first.\n");

        models = V2;
        assertThat(run("baseline")).isZero();
        assertThat(err.toString())
                .contains(
                        "makes the tables as the models ask for them, without what this database lacks: make the next")
                .doesNotContain("There is no section for");
        assertThat(run("current")).isZero();
        assertThat(out.toString()).endsWith(" (head)\n");
        assertThat(run("baseline")).isEqualTo(3);
        assertThat(run("make", "-m", "to the models")).isZero();
        assertThat(run("migrate")).isZero();
        assertThat(run("check")).isZero();
        Database db = open(V2);
        assertThat(count(db, "hero where team_id = (select id from team)")).isEqualTo(1);
        assertThat(run("revert")).isZero();
        assertThat(run("revert")).isEqualTo(3);
        assertThat(err.toString())
                .startsWith("FAILED: Revision ")
                .contains(" is a baseline: its tables were there before it, so it is not taken back, ")
                .endsWith(" stamp it with 'base'; tables that are to go, drop by hand.\n");
        assertThat(run("downgrade", "base")).isEqualTo(3);
        assertThat(run("downgrade", "head:base", "--sql")).isEqualTo(3);
        assertThat(err.toString()).contains(" is a baseline: ");
        assertThat(count(db, "hero where team_id = (select id from team)")).isEqualTo(1);
        assertThat(run("stamp", "base")).isZero();
        assertThat(run("stamp", "head-1")).isZero();
        assertThat(run("migrate")).isZero();
        assertThat(run("check")).isZero();
    }

    @Test
    void tablesWithoutRevisionsAreComparedWithTheModels() {
        Database db = open(V1);
        execute(
                db,
                Schemas.createAll(db.kind(), only(db.metadata(), "team"), Set.of())
                        .toArray(String[]::new));
        assertThat(run("init")).isZero();

        assertThat(run("status")).isZero();
        assertThat(out.toString()).isEqualTo("""
                Current Revision: <base>
                Status: INCOMPLETE (tables of the models are missing, and there are no revisions: Detected added table 'hero')
                Run 'pets db sync', which makes them.
                """);
        assertThat(run("sync")).isZero();
        assertThat(out.toString()).isEqualTo("The tables of the models were made.\n");
        assertThat(run("check")).isZero();

        execute(db, "alter table team drop column name");
        assertThat(run("status")).isZero();
        assertThat(out.toString()).isEqualTo("""
                Current Revision: <base>
                Status: UNMANAGED (it has tables but no version, and they are not what the models ask for: Detected added column 'team.name')
                Run 'pets db baseline' to write its tables down as the first revision, then 'pets db make' and 'pets db migrate' for what differs.
                """);
        assertThat(run("sync")).isEqualTo(3);
        assertThat(err.toString()).contains("Detected added column 'team.name'", "Run 'pets db baseline' to ");
        assertThat(run("baseline")).isZero();
        assertThat(run("make", "-m", "a name")).isZero();
        assertThat(run("migrate")).isZero();
        assertThat(run("check")).isZero();
        assertThat(run("sync")).isZero();
    }

    @Test
    void anUnknownRevisionIsRefusedWithWhatToRun() {
        assertThat(run("init")).isZero();

        assertThat(run("upgrade", "dead")).isEqualTo(3);

        assertThat(err.toString())
                .startsWith("FAILED: Can't locate revision identified by 'dead'\nRun 'pets db history' for");
    }

    @Test
    void statementsCanBePrintedInsteadOfRun() {
        assertThat(run("init")).isZero();
        assertThat(run("make", "-m", "first")).isZero();

        assertThat(run("upgrade", "head", "--sql")).isZero();
        assertThat(out.toString())
                .startsWith("BEGIN;\n\nCREATE TABLE alembic_version (")
                .contains("INSERT INTO alembic_version");
        assertThat(run("downgrade", "head", "--sql")).isEqualTo(3);
        assertThat(err.toString()).isEqualTo("FAILED: downgrade with --sql requires <fromrev>:<torev>\n");
        assertThat(run("upgrade", "base:head")).isEqualTo(2);
        assertThat(err.toString()).isEqualTo("FAILED: Range revision not allowed\n");
        assertThat(run("status")).isZero();
        assertThat(out.toString()).contains("Current Revision: <base>");
    }

    @Test
    void scriptsForAlembicAreWrittenWithARevisionOrAfterwards() {
        assertThat(run("init")).isZero();
        assertThat(run("revision", "--rev-id", "a1", "-m", "one")).isZero();
        assertThat(out.toString()).doesNotContain(".py");
        assertThat(run("stubs")).isZero();
        assertThat(out.toString()).contains("a1_one.py ...  done");
        assertThat(run("--python-stubs", "revision", "--rev-id", "b2", "-m", "two"))
                .isZero();
        assertThat(out.toString()).contains("b2_two.sql ...  done").contains("b2_two.py ...  done");
        assertThat(run("stubs")).isZero();
        assertThat(out.toString()).isEqualTo("Each SQL file has its script.\n");
        assertThat(run("heads")).isZero();
        assertThat(out.toString()).isEqualTo("b2 (head)\n");
    }

    @Test
    void versionsAreStampedAndPurged() {
        assertThat(run("init")).isZero();
        assertThat(run("revision", "--rev-id", "a1", "-m", "one")).isZero();
        assertThat(run("ensure_version")).isZero();
        assertThat(run("edit", "current")).isEqualTo(3);
        assertThat(err.toString()).isEqualTo("FAILED: No current revisions\n");

        assertThat(run("stamp", "head")).isZero();
        assertThat(run("current")).isZero();
        assertThat(out.toString()).isEqualTo("a1 (head)\n");
        assertThat(run("show", "current")).isZero();
        assertThat(out.toString()).startsWith("Rev: a1 (head)\nParent: <base>\n");
        assertThat(run("history", "-r", "current:")).isZero();
        assertThat(out.toString()).isEqualTo("<base> -> a1 (head), one\n");
        assertThat(run("current", "-v")).isZero();
        assertThat(out.toString())
                .startsWith("Current revision(s) for Database(")
                .contains("):\nRev: a1 (head)\n");
        assertThat(run("stamp", "--purge", "base")).isZero();
        assertThat(run("current")).isZero();
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void whatThereIsToSayIsSaidInWordsAndOnce() {
        assertThat(run("init")).isZero();
        Database db = open(V1);
        assertThat(run("downgrade", "base")).isZero();
        assertThat(out.toString()).isEqualTo("There is nothing to take back.\n");
        assertThat(run("-q", "status")).isZero();
        assertThat(out.toString()).isEqualTo("NO_INFO\n");

        await(db.createAll());
        assertThat(run("status")).isZero();
        assertThat(out.toString())
                .endsWith(
                        "It has tables, but there are no revisions: run 'pets db baseline' to write the tables down as the"
                                + " first.\n");
        assertThat(run("sync")).isZero();
        assertThat(out.toString()).isEqualTo("The database is up to date already.\n");
        assertThat(run("revision", "--rev-id", "a1", "-m", "one")).isZero();
        assertThat(run("sync")).isEqualTo(3);
        assertThat(err.toString())
                .endsWith(
                        "which means that it has tables but no version.\nIf its tables are those of the last revision, run"
                                + " 'pets db stamp head'; compare them with 'pets db check' after it.\n");
        assertThat(run("stamp", "head")).isZero();
        assertThat(run("migrate")).isZero();
        assertThat(out.toString()).isEqualTo("Applying changes (upgrade head)...\nThere is nothing to apply.\n");
        assertThat(run("upgrade", "head")).isZero();
        assertThat(out.toString()).isEqualTo("There is nothing to apply.\n");
    }

    @Test
    void rowsOfOneLineAreToldWithTheStampThatRepairsThem() {
        assertThat(run("init")).isZero();
        assertThat(run("revision", "--rev-id", "a1", "-m", "one")).isZero();
        assertThat(run("revision", "--rev-id", "b2", "-m", "two")).isZero();
        assertThat(run("stamp", "b2")).isZero();
        execute(open(List.of()), "insert into alembic_version (version_num) values ('a1')");

        assertThat(run("status")).isZero();
        assertThat(out.toString())
                .contains(
                        "Status: DIVERGED (its version table has several rows of one line, and other rows follow 'a1')\n"
                                + "Run 'pets db stamp REV' with the revision that its tables are at.\n");
        assertThat(run("sync")).isEqualTo(3);
        assertThat(err.toString())
                .endsWith(" and other rows follow 'a1'.\n"
                        + "Run 'pets db stamp REV' with the revision that its tables are at.\n");
        assertThat(run("stamp", "b2")).isZero();
        assertThat(run("current")).isZero();
        assertThat(out.toString()).isEqualTo("b2 (head)\n");
    }

    @Test
    void tablesThatNoModelKnowsAreNotCalledEmptyWithoutAWord() {
        assertThat(run("init")).isZero();
        execute(open(List.of()), "create table legacy (id integer primary key)");

        assertThat(run("status")).isZero();

        assertThat(out.toString())
                .contains("It has tables that no model knows, which are left alone.")
                .doesNotContain("pets db baseline");
        await(open(V1).createAll());
        assertThat(run("status")).isZero();
        assertThat(out.toString()).contains("run 'pets db baseline'").doesNotContain("pets db migrate");
    }

    @Test
    void tablesThatNoModelKnowsAreListedOnceAndLeftAlone() {
        assertThat(run("init")).isZero();
        execute(open(List.of()), "create table flyway_schema_history (id integer primary key)");

        assertThat(run("make", "-m", "first")).isZero();

        assertThat(err.toString())
                .containsOnlyOnce("flyway_schema_history")
                .contains("INFO  [unirow.migrate] Left alone, since neither the models nor the revisions know them:"
                        + " flyway_schema_history\n");
        assertThat(run("migrate")).isZero();
        assertThat(run("check")).isZero();
        assertThat(run("make")).isZero();
        assertThat(err.toString()).containsOnlyOnce("flyway_schema_history").doesNotContain("removed table");
        assertThat(run("-q", "make")).isZero();
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aDryRunPrintsWhatWouldBeRunAndRunsNothing() {
        assertThat(run("init")).isZero();
        assertThat(run("make", "-m", "first")).isZero();

        assertThat(run("migrate", "--dry-run")).isZero();

        assertThat(out.toString())
                .startsWith("BEGIN;\n\nCREATE TABLE alembic_version (")
                .containsPattern("-- Running upgrade {2}-> \\w{12}, first\n")
                .contains("create table team (", "INSERT INTO alembic_version")
                .endsWith("COMMIT;\n");
        assertThat(await(open(List.of()).reflect()).tables()).isEmpty();
        assertThat(run("migrate")).isZero();
        assertThat(run("revision", "--rev-id", "b2", "-m", "second")).isZero();
        assertThat(run("upgrade", "--dry-run", "+1")).isZero();
        assertThat(out.toString()).contains(" -> b2, second\n").doesNotContain("create table", "CREATE TABLE");
        assertThat(run("current")).isZero();
        assertThat(out.toString()).matches("\\w{12}\n");
        assertThat(run("migrate")).isZero();
        assertThat(run("migrate", "--dry-run")).isZero();
        assertThat(out.toString()).isEqualTo("There is nothing to apply.\n");
    }

    @Test
    void aDryRunShowsStepsInJava() {
        assertThat(run("init")).isZero();
        revision("a1", "", "-- upgrade\n-- call dev.unirow.tests.FillIn\nselect 1;\n-- downgrade\n");

        assertThat(run("migrate", "--dry-run")).isZero();

        assertThat(out.toString()).contains("-- call dev.unirow.tests.FillIn\n\nselect 1;\n");
    }

    @Test
    void tablesAreLeftOutByPatternsOfTheirNames() {
        assertThat(run("init")).isZero();

        assertThat(run("make", "-m", "first", "--exclude", "x*,HER?")).isZero();

        assertThat(err.toString()).contains("added table 'team'").doesNotContain("added table 'hero'");
        assertThat(run("migrate")).isZero();
        assertThat(run("check", "--exclude", "hero")).isZero();
        assertThat(run("check", "--include", "team")).isZero();
        assertThat(run("check")).isEqualTo(1);
        assertThat(err.toString()).contains("added table 'hero'");
    }

    @Test
    void aMalformedRenameIsRefused() {
        assertThat(run("init")).isZero();

        assertThat(run("make", "--rename", "team.name")).isEqualTo(2);

        assertThat(err.toString()).startsWith("FAILED: 'team.name' is no rename.");
    }

    @Test
    void aMalformedFillIsRefused() {
        assertThat(run("init")).isZero();

        assertThat(run("make", "--fill", "team='?'")).isEqualTo(2);

        assertThat(err.toString()).startsWith("FAILED: 'team='?'' is not a value for a column.");
    }

    @Test
    void filesAloneNeedNoDatabase() {
        Main offline = Main.of(scripts)
                .withOutput(new PrintWriter(out), new PrintWriter(err))
                .withDatabase(() -> {
                    throw new IllegalStateException("No database is configured.");
                });

        assertThat(offline.run("init")).isZero();
        assertThat(offline.run("revision", "-m", "one")).isZero();
        assertThat(offline.run("history")).isZero();
        assertThat(offline.run("upgrade", "head")).isEqualTo(2);
        assertThat(err.toString()).isEqualTo("FAILED: No database is configured.\n");
    }

    private int run(String... args) {
        out = new StringWriter();
        err = new StringWriter();
        return Main.of(scripts)
                .withProgramName("pets db")
                .withDatabase(() -> Database.open(url, models.toArray(Class<?>[]::new)))
                .withMigrations(migrations -> migrations.withModels(Naming.standard(), models))
                .withOutput(new PrintWriter(out), new PrintWriter(err))
                .run(args);
    }
}
