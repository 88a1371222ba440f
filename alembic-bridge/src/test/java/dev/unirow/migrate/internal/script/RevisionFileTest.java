package dev.unirow.migrate.internal.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.migrate.exception.RevisionFileException;
import dev.unirow.migrate.revision.Revision;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevisionFileTest {
    private static final Path FILE = Path.of("3f2a9c1b7d10_widen_city.sql");
    private static final String TEXT = """
            -- revision: 3f2a9c1b7d10
            -- down_revision: 6aa807c13fdd, 53fffde5ad5f
            -- branch_labels: towns
            -- depends_on:
            -- create_date: 2026-11-20 12:00:00.000000
            -- message: widen city
            -- destructive: drops the column 'team.zip'

            -- upgrade [postgresql]
            ALTER TABLE team ALTER COLUMN city TYPE varchar(200);
            ALTER TABLE team DROP COLUMN zip;

            -- upgrade [sqlite, libsql]
            -- batch team (id, name, city, zip)
            CREATE TABLE new_team (id INTEGER PRIMARY KEY);

            -- upgrade
            -- call com.acme.FillSlug

            -- downgrade [postgresql]
            ALTER TABLE team ADD COLUMN zip text;
            """;

    @Test
    void whatIsReadIsWrittenTheSame() {
        assertThat(RevisionFile.parse(FILE, TEXT).text()).isEqualTo(TEXT);
    }

    @Test
    void aBaselineIsReadAndWrittenTheSame() {
        String text = TEXT.replace("-- destructive", "-- baseline: true\n-- destructive");

        RevisionFile file = RevisionFile.parse(FILE, text);

        assertThat(file.header().baseline()).isTrue();
        assertThat(RevisionFile.parse(FILE, file.text()).text()).isEqualTo(file.text());
        assertThat(file.text()).contains("\n-- baseline: true\n\n-- upgrade");
        assertThat(RevisionFile.parse(FILE, TEXT).header().baseline()).isFalse();
    }

    @Test
    void windowsLineEndsAreRead() {
        assertThat(RevisionFile.parse(FILE, TEXT.replace("\n", "\r\n")).text()).isEqualTo(TEXT);
    }

    @Test
    void headerBecomesTheRevision() {
        Revision revision = RevisionFile.parse(FILE, TEXT).revision();

        assertThat(revision.id()).isEqualTo("3f2a9c1b7d10");
        assertThat(revision.downRevisions()).containsExactly("6aa807c13fdd", "53fffde5ad5f");
        assertThat(revision.branchLabels()).containsExactly("towns");
        assertThat(revision.dependsOn()).isEmpty();
        assertThat(revision.message()).isEqualTo("widen city");
        assertThat(revision.description()).isEqualTo("""
                widen city

                Revision ID: 3f2a9c1b7d10
                Revises: 6aa807c13fdd, 53fffde5ad5f
                Create Date: 2026-11-20 12:00:00.000000""");
    }

    @Test
    void sectionsOfADialectAndOfAllRunInTheOrderOfTheFile() {
        RevisionFile file = RevisionFile.parse(FILE, TEXT);

        assertThat(file.items(Direction.UPGRADE, "sqlite"))
                .containsExactly(
                        new ScriptItem.Batch("team", List.of("id", "name", "city", "zip"), 14),
                        new ScriptItem.Statement("CREATE TABLE new_team (id INTEGER PRIMARY KEY)", 15),
                        new ScriptItem.Call("com.acme.FillSlug", 18));
        assertThat(file.items(Direction.UPGRADE, "mariadb")).hasSize(1);
        assertThat(file.items(Direction.DOWNGRADE, "postgresql")).hasSize(1);
    }

    @Test
    void aDirectiveAboveTheFirstSectionIsRefused() {
        for (String line : List.of(
                "-- transaction: none",
                "--transaction : none",
                "-- down_revision: b2",
                "-- destructive: the table 'team'",
                "-- call com.acme.FillSlug",
                "-- batch team (id)")) {
            assertThatThrownBy(() -> RevisionFile.parse(FILE, "-- revision: a1\n\n" + line + "\n-- upgrade\nselect 1;"))
                    .as(line)
                    .isInstanceOf(RevisionFileException.class)
                    .hasMessageStartingWith("3f2a9c1b7d10_widen_city.sql:3: '" + line
                            + "' stands between the header and the first section, where nothing reads it. ")
                    .hasMessageEndingWith(", or reword the comment.");
        }
        assertThat(RevisionFile.parse(FILE, "-- revision: a1\n\n-- Note: see below\n-- upgrade\n")
                        .sections())
                .hasSize(1);
    }

    @Test
    void missingSectionIsRefused() {
        RevisionFile file = RevisionFile.parse(FILE, TEXT);

        assertThatThrownBy(() -> file.items(Direction.DOWNGRADE, "sqlite"))
                .isInstanceOf(RevisionFileException.class)
                .hasMessage("3f2a9c1b7d10_widen_city.sql: there is no downgrade section for 'sqlite', only for"
                        + " 'postgresql'. Add '-- downgrade [sqlite]' and what it shall do.");
    }

    @Test
    void oneWayRevisionHasNoDowngrade() {
        RevisionFile file = RevisionFile.parse(FILE, "-- revision: aaaa\n-- upgrade\nselect 1;\n");

        assertThatThrownBy(() -> file.items(Direction.DOWNGRADE, "sqlite"))
                .hasMessage("3f2a9c1b7d10_widen_city.sql: there is no downgrade section for 'sqlite'."
                        + " Add '-- downgrade [sqlite]' and what it shall do.");
    }

    @Test
    void mergeNeedsNoSections() {
        RevisionFile file = RevisionFile.parse(FILE, "-- revision: aaaa\n-- down_revision: bbbb, cccc\n");

        assertThat(file.items(Direction.UPGRADE, "sqlite")).isEmpty();
        assertThat(file.items(Direction.DOWNGRADE, "sqlite")).isEmpty();
    }

    @Test
    void mistakesAreNamedWithFileAndLine() {
        refused(
                "create table a (id int);",
                ":1: a revision file starts with '-- revision: ' and its identifier; no such line was found.");
        refused(
                "-- revision: a\n-- down_revisions: b",
                ":2: unknown header 'down_revisions'. Known are revision,"
                        + " down_revision, branch_labels, depends_on, create_date, message, destructive, transaction, baseline.");
        refused("-- revision: a\n-- revision: b", ":2: header 'revision' stands here for the second time.");
        refused("-- revision: a\n-- transaction: any", ":1: header 'transaction' knows only 'none', found 'any'.");
        refused(
                "-- revision: a\n-- baseline: yes",
                ":1: header 'baseline' knows only 'true', found 'yes'. Where the revision is not a baseline, leave the line out.");
        refused(
                "-- revision: a\n\n-- baseline: true\n-- upgrade",
                ":3: '-- baseline: true' belongs to the header, the lines at the top of the file without a gap. Move it"
                        + " there, or reword the comment.");
        refused(
                "-- revision: a\n\nselect 1;",
                ":3: statements stand in a section; write '-- upgrade' or" + " '-- downgrade' above this line.");
        refused(
                "-- revision: a\n-- upgrade (sqlite)",
                ":2: a section starts as in '-- upgrade' or '-- upgrade"
                        + " [postgresql]', found '-- upgrade (sqlite)'.");
        refused(
                "-- revision: a\n-- upgrade []",
                ":2: the brackets name a dialect, as in '-- upgrade [sqlite]';" + " for all dialects leave them out.");
        assertThatThrownBy(() -> RevisionFile.parse(FILE, "-- revision: a\n-- upgrade\nselect 'x")
                        .items(Direction.UPGRADE, "sqlite"))
                .hasMessage(FILE + ":3: the quote ' that opens here is not closed.");
    }

    @Test
    void paragraphsOfTheMessageAreKept() {
        RevisionFile file = RevisionFile.parse(FILE, "-- revision: a\n-- message: one\n-- message:\n-- message: two\n");

        assertThat(file.revision().message()).isEqualTo("one");
        assertThat(file.revision().description()).startsWith("one\n\ntwo\n\nRevision ID: a");
        assertThat(RevisionFile.parse(FILE, file.text()).revision()).isEqualTo(file.revision());
    }

    @Test
    void statementsThatEndTheRunnersTransactionAreRefused() {
        for (String statement : List.of("BEGIN", "commit work", "ROLLBACK;", "start  transaction", "end")) {
            assertThatThrownBy(() -> upgrade("", statement))
                    .isInstanceOf(RevisionFileException.class)
                    .hasMessage(FILE + ":3: a revision runs in a transaction that is begun and ended for it. Take this"
                            + " statement out, or write '-- transaction: none' to the header.");
            assertThat(upgrade("-- transaction: none\n", statement)).hasSize(1);
        }
        assertThat(upgrade("", "savepoint a; rollback to a; release a; beginning"))
                .hasSize(4);
    }

    private static List<ScriptItem> upgrade(String header, String body) {
        return RevisionFile.parse(FILE, "-- revision: a\n" + header + "-- upgrade\n" + body)
                .items(Direction.UPGRADE, "sqlite");
    }

    private static void refused(String text, String message) {
        assertThatThrownBy(() -> RevisionFile.parse(FILE, text))
                .isInstanceOf(RevisionFileException.class)
                .hasMessage(FILE + message);
    }
}
