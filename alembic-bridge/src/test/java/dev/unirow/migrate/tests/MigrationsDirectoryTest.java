package dev.unirow.migrate.tests;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.migrate.directory.MigrationsDirectory;
import dev.unirow.migrate.directory.NewRevision;
import dev.unirow.migrate.exception.InvalidRevisionException;
import dev.unirow.migrate.exception.InvalidTargetException;
import dev.unirow.migrate.exception.MissingDirectoryException;
import dev.unirow.migrate.exception.MultipleHeadsException;
import dev.unirow.migrate.exception.RevisionFileException;
import dev.unirow.migrate.revision.Revision;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsDirectoryTest {
    private Path path;
    private MigrationsDirectory directory;

    @BeforeEach
    void makeDirectory(@TempDir Path temporary) {
        path = temporary.resolve("migrations");
        directory = MigrationsDirectory.of(path);
        assertThat(directory.init()).containsExactly(path, path.resolve("README.md"));
    }

    @Test
    void directoryWithFilesIsLeftAlone() {
        assertThatThrownBy(directory::init)
                .isInstanceOfSatisfying(
                        RevisionFileException.class,
                        failure -> assertThat(failure.file()).isEqualTo(path))
                .hasMessage("Directory " + path + " already exists and is not empty");
    }

    @Test
    void missingDirectoryIsNamed() {
        Path elsewhere = path.resolve("elsewhere");
        assertThatThrownBy(() -> MigrationsDirectory.of(elsewhere).graph())
                .isInstanceOf(MissingDirectoryException.class)
                .hasMessage("Path doesn't exist: " + elsewhere
                        + ".  Please use the 'init' command to create a new scripts folder.");
    }

    @Test
    void newRevisionFollowsTheHeadAndIsReadBack() throws IOException {
        Revision first =
                directory.create(NewRevision.of("Create the account-table!").withId("1975ea83b712"));
        Revision second = directory.create(NewRevision.of("second"));

        assertThat(first.path()).isEqualTo(path.resolve("1975ea83b712_create_the_account_table.sql"));
        assertThat(Files.readString(first.path())).matches("""
                -- revision: 1975ea83b712
                -- down_revision:
                -- branch_labels:
                -- depends_on:
                -- create_date: \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{6}
                -- message: Create the account-table!

                -- upgrade

                -- downgrade
                """);
        assertThat(second.id()).matches("[0-9a-f]{12}");
        assertThat(second.downRevisions()).containsExactly("1975ea83b712");
        assertThat(directory.graph().history()).containsExactly(second, first);
    }

    @Test
    void onlyTheRevisionIsLeftOnDisk() throws IOException {
        Revision revision = directory.create(NewRevision.of("one"));

        try (Stream<Path> files = Files.list(path)) {
            assertThat(files).containsExactlyInAnyOrder(path.resolve("README.md"), revision.path());
        }
    }

    @Test
    void longMessageIsCutBetweenWords() {
        Revision revision =
                directory.create(NewRevision.of("A very long message about many words, that surely passes forty chars")
                        .withId("55af2cb1c267"));

        assertThat(revision.path()).isEqualTo(path.resolve("55af2cb1c267_a_very_long_message_about_many_words_.sql"));
    }

    @Test
    void revisionWithoutMessageSaysSo() {
        Revision revision = directory.create(NewRevision.of("").withId("55af2cb1c267"));

        assertThat(revision.path()).isEqualTo(path.resolve("55af2cb1c267_.sql"));
        assertThat(directory.graph().heads().get(0).message()).isEqualTo("empty message");
    }

    @Test
    void branchesNeedSpliceAndMergesTakeHeads() {
        directory.create(NewRevision.of("base").withId("aaaa"));
        directory.create(NewRevision.of("left").withId("bbbb"));
        NewRevision right = NewRevision.of("right").withId("cccc").withHeads(List.of("aaaa"));
        assertThatThrownBy(() -> directory.create(right))
                .isInstanceOfSatisfying(
                        InvalidTargetException.class,
                        failure -> assertThat(failure.identifier()).isEqualTo("aaaa"))
                .hasMessage("Revision aaaa is not a head revision; please specify --splice to create a new branch"
                        + " from this revision");
        directory.create(right.withSplice(true).withBranchLabels(List.of("side")));
        assertThatThrownBy(() -> directory.create(NewRevision.of("more")))
                .isInstanceOf(MultipleHeadsException.class)
                .hasMessage("Multiple heads are present; please specify the head revision on which the new revision"
                        + " should be based, or perform a merge.");

        Revision merge = directory.create(NewRevision.of("merge").withHeads(List.of("heads")));

        assertThat(merge.downRevisions()).containsExactly("bbbb", "cccc");
        assertThat(directory.graph().heads()).containsExactly(merge);
        assertThat(merge.path()).content().doesNotContain("upgrade");
    }

    @Test
    void dependenciesAreWrittenInFullAndLabelsAsTheyAre() {
        directory.create(NewRevision.of("base").withId("aaaa11112222").withBranchLabels(List.of("accounts")));
        Revision other = directory.create(
                NewRevision.of("other").withHeads(List.of("base")).withDependsOn(List.of("aaaa1", "accounts")));

        assertThat(other.dependsOn()).containsExactly("aaaa11112222", "accounts");
        assertThat(directory.graph().effectiveHeads()).containsExactly(other);
    }

    @Test
    void takenAndUnusableIdentifiersAreRefused() {
        directory.create(NewRevision.of("one").withId("aaaa"));
        assertThatThrownBy(() -> directory.create(NewRevision.of("two").withId("aaaa")))
                .isInstanceOfSatisfying(
                        InvalidRevisionException.class,
                        failure -> assertThat(failure.revisions()).containsExactly("aaaa"))
                .hasMessageStartingWith("Revision aaaa is present more than once");
        assertThatThrownBy(() -> directory.create(NewRevision.of("two").withId("a/../b-c")))
                .isInstanceOfSatisfying(
                        InvalidRevisionException.class,
                        failure -> assertThat(failure.revisions()).isEmpty())
                .hasMessage("Character(s) '-, /' not allowed in revision identifier 'a/../b-c'");
        assertThatThrownBy(() -> directory.create(NewRevision.of("two").withBranchLabels(List.of("x,y"))))
                .hasMessage("Character(s) ',' not allowed in revision identifier 'x,y'");
        assertThatThrownBy(() -> directory.create(NewRevision.of("two").withId("a".repeat(33))))
                .hasMessage("Revision identifier '" + "a".repeat(33) + "' has 33 characters; the version table holds"
                        + " 32 at most. Choose a shorter one.");
    }

    @Test
    void fileIsNeverReplaced() throws IOException {
        directory.create(NewRevision.of("one").withId("aaaa"));
        Path there = Files.writeString(path.resolve("bbbb_two.sql"), "-- revision: cccc\n-- down_revision: aaaa\n");

        assertThatThrownBy(() -> directory.create(NewRevision.of("two").withId("bbbb")))
                .isInstanceOf(RevisionFileException.class)
                .hasMessage(there + ": the file is there already and is left as it is.");
        assertThat(there).hasContent("-- revision: cccc\n-- down_revision: aaaa\n");
    }

    @Test
    void filesOfWindowsEditorsAreReadAndOtherEncodingsNamed() throws IOException {
        Files.writeString(path.resolve("aaaa.sql"), "\uFEFF-- revision: aaaa\r\n-- message: één\r\n");
        assertThat(directory.graph().heads()).extracting(Revision::message).containsExactly("één");

        Path latin = path.resolve("bbbb.sql");
        Files.writeString(latin, "-- revision: bbbb\n-- message: één\n", StandardCharsets.ISO_8859_1);
        assertThatThrownBy(directory::graph)
                .isInstanceOf(RevisionFileException.class)
                .hasMessage(latin + ": the file is not UTF-8 text. Save it as UTF-8.");
    }

    @Test
    void sqlFollowsPythonInOneGraph() throws IOException {
        Path versions = Files.createDirectory(path.resolve("versions"));
        Files.writeString(
                versions.resolve("1975ea83b712_python.py"),
                "\"\"\"python\"\"\"\nrevision = '1975ea83b712'\ndown_revision = None\n");
        Files.writeString(path.resolve("env.py"), "import alembic\n");
        Files.writeString(versions.resolve("__init__.py"), "");

        Revision sql = directory.create(NewRevision.of("sql"));

        assertThat(sql.path()).hasParent(versions);
        assertThat(sql.downRevisions()).containsExactly("1975ea83b712");
        assertThat(directory.graph().history()).extracting(Revision::message).containsExactly("sql", "python");
    }

    @Test
    void aScriptBesideEachSqlFileHoldsItsPlaceForAlembic() throws IOException {
        directory.create(NewRevision.of("first").withId("1975ea83b712").withBranchLabels(List.of("billing")));
        directory.create(NewRevision.of("second").withId("ae1027a6acf2"));

        List<Path> written = directory.writePythonStubs();

        assertThat(written)
                .containsExactly(path.resolve("1975ea83b712_first.py"), path.resolve("ae1027a6acf2_second.py"));
        assertThat(Files.readString(written.get(1)))
                .contains("""
                # Stands for ae1027a6acf2_second.sql, which Unirow runs.

                revision = "ae1027a6acf2"
                down_revision = "1975ea83b712"
                branch_labels = None
                depends_on = None
                """)
                .contains("Run its 'downgrade 1975ea83b712' up to there");
        assertThat(Files.readString(written.get(0))).contains("branch_labels = \"billing\"");
        assertThat(directory.writePythonStubs()).isEmpty();
        assertThat(directory.graph().revisions())
                .extracting(Revision::path)
                .allMatch(file -> String.valueOf(file).endsWith(".sql"));
    }

    @Test
    void aScriptThatNoLongerSaysWhatItsSqlFileSaysIsWrittenAnew() throws IOException {
        directory.create(NewRevision.of("first").withId("1975ea83b712"));
        Path sql = requireNonNull(directory
                .create(NewRevision.of("second").withId("ae1027a6acf2"))
                .path());
        directory.writePythonStubs();
        Files.writeString(sql, Files.readString(sql).replace("down_revision: 1975ea83b712", "down_revision:"));

        assertThat(directory.writePythonStubs()).containsExactly(path.resolve("ae1027a6acf2_second.py"));
        assertThat(path.resolve("ae1027a6acf2_second.py")).content().contains("down_revision = None");
    }

    @Test
    void aScriptWhoseSqlFileIsGoneIsTold() throws IOException {
        Path sql = requireNonNull(
                directory.create(NewRevision.of("first").withId("1975ea83b712")).path());
        directory.writePythonStubs();
        Files.delete(sql);

        assertThatThrownBy(directory::graph)
                .isInstanceOf(RevisionFileException.class)
                .hasMessageContaining("stands for 1975ea83b712_first.sql, which is not there");
    }

    @Test
    void aScriptOfAlembicsOwnIsNeverReplaced() throws IOException {
        directory.create(NewRevision.of("first").withId("1975ea83b712"));
        Path own = path.resolve("1975ea83b712_first.py");
        Files.writeString(own, "revision = 'ae1027a6acf2'\ndown_revision = '1975ea83b712'\n");

        assertThatThrownBy(directory::writePythonStubs)
                .isInstanceOf(RevisionFileException.class)
                .hasMessageContaining("is left as it is");
        assertThat(own).content().contains("'ae1027a6acf2'");
    }
}
