package dev.unirow.migrate.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.migrate.exception.ConcurrentMigrationException;
import dev.unirow.migrate.revision.VersionChange;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.VersionTableName;
import java.util.List;
import org.junit.jupiter.api.Test;

class VersionTableTest {
    private final VersionTable table = new VersionTable(VersionTableName.standard(), DatabaseKind.POSTGRESQL);

    @Test
    void tableIsAlembics() {
        assertThat(table.create()).isEqualTo("""
                CREATE TABLE alembic_version (
                    version_num VARCHAR(32) NOT NULL,
                    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
                )""");
    }

    @Test
    void valuesAreBoundInTheDriversNotation() {
        assertThat(table.bound(new VersionChange.Update("a", "b"), position -> "$" + position))
                .isEqualTo(new VersionTable.BoundStatement(
                        "UPDATE alembic_version SET version_num=$1 WHERE version_num = $2", List.of("b", "a")));
        assertThat(table.bound(new VersionChange.Insert("a"), position -> "?"))
                .isEqualTo(new VersionTable.BoundStatement(
                        "INSERT INTO alembic_version (version_num) VALUES (?)", List.of("a")));
    }

    @Test
    void offlineScriptsHoldLiterals() {
        assertThat(table.literal(new VersionChange.Insert("a'b")))
                .isEqualTo("INSERT INTO alembic_version (version_num) VALUES ('a''b')");
        assertThat(table.literal(new VersionChange.Update("a", "b")))
                .isEqualTo("UPDATE alembic_version SET version_num='b' WHERE version_num = 'a'");
        assertThat(table.literal(new VersionChange.Delete("a")))
                .isEqualTo("DELETE FROM alembic_version WHERE version_num = 'a'");
        assertThat(table.literal(new VersionChange.DeleteAll())).isEqualTo("DELETE FROM alembic_version");
    }

    @Test
    void changeOfARowMustMeetExactlyOne() {
        assertThatThrownBy(() -> table.requireOneRow(new VersionChange.Update("a", "b"), 0))
                .isInstanceOfSatisfying(
                        ConcurrentMigrationException.class,
                        failure -> assertThat(failure.waited()).isNull())
                .hasMessage("Online migration expected to match one row when updating 'a' to 'b' in"
                        + " 'alembic_version'; 0 found");
        assertThatThrownBy(() -> table.requireOneRow(new VersionChange.Delete("a"), 2))
                .hasMessage(
                        "Online migration expected to match one row when deleting 'a' in 'alembic_version'; 2 found");
        assertThatCode(() -> table.requireOneRow(new VersionChange.Insert("a"), 1))
                .doesNotThrowAnyException();
        assertThatCode(() -> table.requireOneRow(new VersionChange.DeleteAll(), 7))
                .doesNotThrowAnyException();
    }
}
