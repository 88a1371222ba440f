package dev.unirow.migrate.tests;

import static dev.unirow.testing.Capability.PERSISTENCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.JavaProgram;
import dev.unirow.testing.Requires;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * PostgreSQL and MariaDB are migrated by the reactive drivers alone; SQLite's driver runs SQLite in the library of one.
 */
@EachDatabase
@Requires(PERSISTENCE)
@Tag("slow")
class WithoutJdbcContract extends MigrationFixture {
    @Test
    void migrationsNeedNoJdbcDriver() throws Exception {
        JavaProgram program = JavaProgram.of(MigratingProcess.class)
                .withoutService("java.sql.Driver", target.isServer() ? "" : "sqlite-jdbc");
        try (MigratingProcess process = MigratingProcess.start(program, scripts, V1)) {
            assertThat(process.awaitLine("JDBC drivers: "))
                    .isEqualTo("JDBC drivers: " + (target.isServer() ? "[]" : "[org.sqlite.JDBC]"));

            assertThat(ended(process, "make", "-m", "first")).contains("Generating");
            assertThat(ended(process, "upgrade", "head")).contains("Running upgrade  -> ");
            assertThat(ended(process, "check")).contains("No new upgrade operations detected.");
            assertThat(ended(process, "downgrade", "base")).contains("Running downgrade ");
            url = target.newDatabaseUrl();
            assertThat(ended(process, "sync")).contains("The tables of the models were made.");
        }
    }

    private String ended(MigratingProcess process, String... command) throws Exception {
        MigratingProcess.Ended ended = process.send(url, command).ended();
        assertThat(ended.code()).as(ended.output()).isZero();
        return ended.output();
    }
}
