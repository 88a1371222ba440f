package dev.unirow.migrate.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.migrate.cli.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    @TempDir
    private Path temporary;

    private Path directory;
    private StringWriter out;
    private StringWriter err;

    @BeforeEach
    void nameTheDirectory() {
        directory = temporary.resolve("migrations");
    }

    @Test
    void firstStepsOfAProject() {
        assertThat(run("init")).isZero();
        assertThat(out.toString()).isEqualTo("""
                  Creating directory %1$s ...  done
                  Generating %1$s/README.md ...  done
                """.formatted(directory));

        assertThat(run("revision", "-m", "create account table", "--rev-id", "1975ea83b712"))
                .isZero();
        assertThat(out.toString())
                .isEqualTo("  Generating " + directory + "/1975ea83b712_create_account_table.sql ...  done\n");
        assertThat(run("revision", "-m", "add a column", "--rev-id", "ae1027a6acf2"))
                .isZero();

        assertThat(run("history")).isZero();
        assertThat(out.toString()).isEqualTo("""
                1975ea83b712 -> ae1027a6acf2 (head), add a column
                <base> -> 1975ea83b712, create account table
                """);
        assertThat(run("history", "-r", "-1:1975")).isZero();
        assertThat(out.toString()).isEqualTo("<base> -> 1975ea83b712, create account table\n");
    }

    @Test
    void branchesAndMerge() {
        make();
        assertThat(run(
                        "revision",
                        "-m",
                        "cart",
                        "--rev-id",
                        "27c6",
                        "--head",
                        "1975",
                        "--splice",
                        "--branch-label",
                        "shop"))
                .isZero();

        assertThat(run("heads")).isZero();
        assertThat(out.toString()).isEqualTo("""
                27c6 (shop) (head)
                ae1027a6acf2 (head)
                """);
        assertThat(run("branches")).isZero();
        assertThat(out.toString()).isEqualTo("""
                1975ea83b712 (branchpoint)
                             -> 27c6 (shop) (head)
                             -> ae1027a6acf2 (head)

                """);
        assertThat(run("merge", "heads", "-m", "both", "--rev-id", "53ff")).isZero();
        assertThat(run("heads")).isZero();
        assertThat(out.toString()).isEqualTo("53ff (shop) (head)\n");
    }

    @Test
    void showPrintsTheWholeBlock() {
        make();
        assertThat(run("show", "ae1")).isZero();

        assertThat(out.toString()).startsWith("""
                Rev: ae1027a6acf2 (head)
                Parent: 1975ea83b712
                Path: %s/ae1027a6acf2_add_a_column.sql

                    add a column

                    Revision ID: ae1027a6acf2
                    Revises: 1975ea83b712
                    Create Date: \
                """.formatted(directory).replace("\n\n    Rev", "\n    \n    Rev"));
    }

    @Test
    void refusalsEndWith3AndSayWhatWasRefused() {
        assertThat(run("history")).isEqualTo(3);
        assertThat(err.toString())
                .isEqualTo("FAILED: Path doesn't exist: " + directory + ".\n" + "Run 'migrations init' first.\n");
        make();
        assertThat(run("show", "nosuch")).isEqualTo(3);
        assertThat(err.toString())
                .isEqualTo(
                        "FAILED: Can't locate revision identified by 'nosuch'\n"
                                + "Run 'migrations history' for the revisions that there are, and 'migrations status' for where the database is.\n");
        assertThat(out.toString()).isEmpty();
        assertThat(run("init")).isEqualTo(3);
        assertThat(err.toString()).isEqualTo("FAILED: Directory " + directory + " already exists and is not empty\n");
    }

    @Test
    void stackTraceIsThereForTheAsking() {
        assertThat(run("--raiseerr", "history")).isEqualTo(3);
        assertThat(err.toString()).startsWith("dev.unirow.migrate.exception.MissingDirectoryException: ");
    }

    @Test
    void argumentsThatCannotBeUnderstoodEndWith2() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).startsWith("too few arguments\n");
        assertThat(run("histories")).isEqualTo(2);
        assertThat(err.toString()).contains("Did you mean: migrations history");
        assertThat(run("merge")).isEqualTo(2);
    }

    @Test
    void theVersionHasItsName() {
        for (String[] asked : new String[][] {{"--version"}, {"-V"}, {"migrate", "--version"}}) {
            assertThat(run(asked)).isZero();
            assertThat(out.toString()).matches("Unirow \\d\\S*\\R");
        }
    }

    @Test
    void filesOfOtherToolsArePassedOverWithOneWarningEach() throws IOException {
        make();
        List<String> names = List.of("V2__add_city.sql", "R__views.sql", "V1.2__x.sql", "000003_city.up.sql");
        for (String name : names) {
            Files.writeString(directory.resolve(name), "create table city (id integer);\n");
        }

        assertThat(run("revision", "-m", "third", "--rev-id", "c3")).isZero();

        for (String name : names) {
            assertThat(err.toString())
                    .containsOnlyOnce("WARN  [unirow.migrate] " + directory.resolve(name) + " is passed over: ");
        }
        assertThat(run("heads")).isZero();
        assertThat(out.toString()).isEqualTo("c3 (head)\n");
        Files.writeString(directory.resolve("notes.sql"), "select 1;\n");
        assertThat(run("heads")).isEqualTo(3);
        assertThat(err.toString()).contains("notes.sql:1: a revision file starts with '-- revision: '");
    }

    @Test
    void quietPrintsNothing() {
        assertThat(run("-q", "init")).isZero();
        assertThat(out.toString()).isEmpty();
        assertThat(directory).isDirectory();
    }

    @Test
    void directoryOptionWins() {
        Path other = temporary.resolve("other");
        assertThat(run("-d", other.toString(), "init")).isZero();
        assertThat(other).isDirectory();
        assertThat(Files.exists(directory)).isFalse();
    }

    private void make() {
        assertThat(run("init")).isZero();
        assertThat(run("revision", "-m", "create account table", "--rev-id", "1975ea83b712"))
                .isZero();
        assertThat(run("revision", "-m", "add a column", "--rev-id", "ae1027a6acf2"))
                .isZero();
    }

    private int run(String... args) {
        out = new StringWriter();
        err = new StringWriter();
        return Main.of(directory)
                .withOutput(new PrintWriter(out), new PrintWriter(err))
                .run(args);
    }
}
