package dev.unirow.migrate.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.migrate.directory.MigrationsDirectory;
import dev.unirow.migrate.exception.RevisionFileException;
import dev.unirow.migrate.internal.script.RevisionScripts;
import dev.unirow.migrate.revision.MigrationPlan;
import dev.unirow.migrate.revision.TransactionScope;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.VersionTableName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfflineScriptTest {
    @TempDir
    private Path directory;

    @Test
    void planBecomesAScriptInAlembicsForm() throws IOException {
        write("1975ea83b712_account.sql", """
                -- revision: 1975ea83b712
                -- message: create account table

                -- upgrade
                -- a table
                CREATE TABLE account (
                    id INTEGER PRIMARY KEY
                );
                INSERT INTO account VALUES (1);

                -- downgrade
                -- destructive: drops the table 'account'
                DROP TABLE account;
                """);

        assertThat(script(load().graph().upgrade(List.of(), "head"), "postgresql", true))
                .isEqualTo("""
                BEGIN;

                CREATE TABLE alembic_version (
                    version_num VARCHAR(32) NOT NULL,
                    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
                );

                COMMIT;

                BEGIN;

                -- Running upgrade  -> 1975ea83b712, create account table

                CREATE TABLE account (
                    id INTEGER PRIMARY KEY
                );

                INSERT INTO account VALUES (1);

                INSERT INTO alembic_version (version_num) VALUES ('1975ea83b712');

                COMMIT;

                """);
        assertThat(script(load().graph().downgrade(List.of("1975ea83b712"), "base"), "sqlite", false))
                .isEqualTo("""
                BEGIN;

                -- Running downgrade 1975ea83b712 -> , create account table

                -- destructive: drops the table 'account'

                DROP TABLE account;

                DELETE FROM alembic_version WHERE version_num = '1975ea83b712';

                COMMIT;

                """);
    }

    @Test
    void tablesAreCopiedWithForeignKeysOffAndSomeStatementsRunAlone() throws IOException {
        write(
                "aaaa_copy.sql",
                "-- revision: aaaa\n-- message: copy\n-- upgrade [sqlite]\n-- batch team (id)\nselect 1;\n"
                        + "-- upgrade [postgresql]\n-- transaction: none\nCREATE INDEX CONCURRENTLY i ON team (id);\n");
        MigrationPlan plan = load().graph().upgrade(List.of(), "head");

        assertThat(script(plan, "sqlite", false).replace("\n\n", "\n")).isEqualTo("""
                PRAGMA foreign_keys=OFF;
                BEGIN;
                -- Running upgrade  -> aaaa, copy
                select 1;
                PRAGMA foreign_key_check;
                INSERT INTO alembic_version (version_num) VALUES ('aaaa');
                COMMIT;
                PRAGMA foreign_keys=ON;
                """);
        assertThat(script(plan, "postgresql", false).replace("\n\n", "\n")).isEqualTo("""
                -- Running upgrade  -> aaaa, copy
                CREATE INDEX CONCURRENTLY i ON team (id);
                BEGIN;
                INSERT INTO alembic_version (version_num) VALUES ('aaaa');
                COMMIT;
                """);
    }

    @Test
    void stepsThatNeedJavaOrPythonAreRefused() throws IOException {
        write("aaaa_call.sql", "-- revision: aaaa\n-- upgrade\n-- call com.acme.FillSlug\n");
        assertThatThrownBy(() -> script(load().graph().upgrade(List.of(), "head"), "sqlite", false))
                .isInstanceOfSatisfying(
                        RevisionFileException.class,
                        failure -> assertThat(failure.revision()).isEqualTo("aaaa"))
                .hasMessage("Revision aaaa calls 'com.acme.FillSlug' on line 3, which a script of SQL cannot."
                        + " Upgrade online, or write the step as SQL.");

        Path python = write("bbbb.py", "revision = 'bbbb'\ndown_revision = 'aaaa'\n");
        assertThatThrownBy(() -> script(load().graph().upgrade(List.of("aaaa"), "head"), "sqlite", false))
                .isInstanceOfSatisfying(
                        RevisionFileException.class,
                        failure -> assertThat(failure.revision()).isEqualTo("bbbb"))
                .hasMessage("Revision bbbb is a Python script (" + python + "), which only Alembic runs."
                        + " Run 'alembic upgrade bbbb' up to there, then go on here.");
        assertThatThrownBy(() -> script(load().graph().downgrade(List.of("bbbb"), "base"), "sqlite", false))
                .hasMessageEndingWith("Run 'alembic downgrade aaaa' up to there, then go on here.");
    }

    @Test
    void noLineOfAMessageBecomesAStatement() throws IOException {
        write("aaaa.sql", "-- revision: aaaa\n-- message: one\n-- message: drop table team;\n-- upgrade\nselect 1;\n");

        assertThat(script(load().graph().upgrade(List.of(), "head"), "sqlite", false))
                .contains("-- Running upgrade  -> aaaa, one\n-- drop table team;\n\nselect 1;");
    }

    @Test
    void stampWritesRowsAlone() throws IOException {
        write("aaaa.sql", "-- revision: aaaa\n-- upgrade\nselect 1;\n");

        assertThat(script(load().graph().stampPurged(List.of("head")), "sqlite", false)
                        .replace("\n\n", "\n"))
                .isEqualTo("""
                BEGIN;
                -- Running stamp_revision  ->
                DELETE FROM alembic_version;
                COMMIT;
                BEGIN;
                -- Running stamp_revision  -> aaaa
                INSERT INTO alembic_version (version_num) VALUES ('aaaa');
                COMMIT;
                """);
    }

    private RevisionScripts load() {
        return MigrationsDirectory.of(directory).load();
    }

    private String script(MigrationPlan plan, String dialect, boolean createsTable) {
        return OfflineScript.of(
                load().prepare(plan, dialect),
                new VersionTable(VersionTableName.standard(), DatabaseKind.POSTGRESQL),
                TransactionScope.REVISION,
                createsTable);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }
}
