package dev.unirow.migrate.tests;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.migrate.Autogeneration;
import dev.unirow.migrate.Migrations;
import dev.unirow.testing.DatabaseTarget;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A model that only PostgreSQL can keep. */
class PostgresTypesTest extends MigrationFixture implements DatabaseTarget.OnPostgres {

    @Entity
    static class Lap {
        @Id
        private @Nullable Long id;

        @JdbcTypeCode(SqlTypes.INTERVAL_SECOND)
        private @Nullable Duration time;
    }

    @Test
    void leavesOutTheSectionsOfDatabasesThatHaveNoSuchType() throws Exception {
        Migrations migrations = migrations(open(List.of(Lap.class)), List.of(Lap.class));

        Autogeneration made = await(migrations.autogenerate("laps"));

        Path file =
                Objects.requireNonNull(Objects.requireNonNull(made.revision()).path());
        assertThat(Files.readString(file)).contains("interval second").doesNotContain("mariadb", "sqlite");
        assertThat(made.warnings())
                .hasSize(2)
                .allMatch(
                        warning -> warning.matches(
                                "There is no section for '(sqlite|mariadb)', because A type of the models does not exist on \\1\\. .*INTERVAL_SECOND.*"));
    }
}
