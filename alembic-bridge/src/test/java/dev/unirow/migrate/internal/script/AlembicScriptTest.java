package dev.unirow.migrate.internal.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.migrate.exception.RevisionFileException;
import dev.unirow.migrate.revision.Revision;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AlembicScriptTest {
    private static final Path FILE = Path.of("versions/1975ea83b712_x.py");

    @Test
    void oldFormIsRead() {
        Revision revision = read("""
                # -*- coding: utf-8 -*-
                \"""create account table

                Revision ID: 1975ea83b712
                Revises: None

                \"""

                # revision identifiers, used by Alembic.
                revision = '1975ea83b712'
                down_revision = None
                branch_labels = ("accounts",)
                from alembic import op
                """);

        assertThat(revision.id()).isEqualTo("1975ea83b712");
        assertThat(revision.isBase()).isTrue();
        assertThat(revision.branchLabels()).containsExactly("accounts");
        assertThat(revision.message()).isEqualTo("create account table");
        assertThat(revision.description()).endsWith("Revises: None");
    }

    @Test
    void typedAndManyLineFormsAreRead() {
        Revision revision = read("""
                '''merge'''
                revision: str = "53fffde5ad5"
                down_revision: Union[str, Sequence[str], None] = (
                    "27c6a30d7c24",  # the cart's
                    'ae1027a6acf',
                )
                branch_labels: Union[str, Sequence[str], None] = None
                depends_on: str | None = ["abc123",
                    "networking"]

                def upgrade() -> None:
                    revision = "not this one"
                """);

        assertThat(revision.downRevisions()).containsExactly("27c6a30d7c24", "ae1027a6acf");
        assertThat(revision.dependsOn()).containsExactly("abc123", "networking");
        assertThat(revision.branchLabels()).isEmpty();
        assertThat(revision.isMergePoint()).isTrue();
    }

    @Test
    void bareTuplesSetsAndEmptyTuplesAreRead() {
        Revision revision =
                read("revision = 'a1'\ndown_revision = 'b1', 'c1'\nbranch_labels = {'x'}\ndepends_on = ()\n");

        assertThat(revision.downRevisions()).containsExactly("b1", "c1");
        assertThat(revision.branchLabels()).containsExactly("x");
        assertThat(revision.dependsOn()).isEmpty();
        assertThat(revision.description()).isEmpty();
    }

    @Test
    void commentsBeforeAMissingDocstringAreSkipped() {
        Revision revision =
                read("\n\n# a licence\n\n".repeat(2000) + "import os\nrevision = 'a1'\ndown_revision = None\n");

        assertThat(revision.id()).isEqualTo("a1");
        assertThat(revision.description()).isEmpty();
    }

    @Test
    void namesInsideTheDocstringDoNotCount() {
        assertThat(read("\"\"\"doc\nrevision = 'wrong'\n\"\"\"\nrevision = 'right'\ndown_revision = None\n")
                        .id())
                .isEqualTo("right");
    }

    @Test
    void whatNeedsPythonIsRefusedWithItsLine() {
        assertThatThrownBy(() -> read("revision = 'a1'\ndown_revision = previous()\n"))
                .isInstanceOf(RevisionFileException.class)
                .hasMessage("versions/1975ea83b712_x.py:2: the header is read without running Python: write None,"
                        + " a string, or a tuple of strings here.");
        assertThatThrownBy(() -> read("x = 1\n"))
                .hasMessage("versions/1975ea83b712_x.py: Could not determine revision id from filename"
                        + " 1975ea83b712_x.py. Be sure the 'revision' variable is declared inside the script.");
    }

    private static Revision read(String text) {
        return AlembicScript.read(FILE, text);
    }
}
