package dev.unirow.migrate.tests;

import static dev.unirow.migrate.tests.RunnerContract.run;
import static dev.unirow.session.Await.await;
import static dev.unirow.testing.DatabaseKind.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.migrate.Migrations;
import dev.unirow.migrate.revision.Autogeneration;
import dev.unirow.model.Naming;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Schema;
import dev.unirow.schema.Target;
import dev.unirow.schema.engine.Schemas;
import dev.unirow.session.Database;
import dev.unirow.testing.OnDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A model that only PostgreSQL can keep. */
@OnDatabase(POSTGRESQL)
class PostgresTypesTest extends MigrationFixture {
    @Entity
    static class Lap {
        @Id
        private @Nullable Long id;

        @JdbcTypeCode(SqlTypes.INTERVAL_SECOND)
        private @Nullable Duration time;
    }

    @Entity
    @Table(name = "clocks")
    static class Clocks {
        @Id
        private @Nullable Long id;

        private @Nullable OffsetTime offsetTime;
        private @Nullable OffsetDateTime offsetDateTime;
        private @Nullable ZonedDateTime zoned;
        private @Nullable Instant instant;
        private @Nullable LocalTime time;
        private @Nullable LocalDateTime dateTime;
        private @Nullable LocalDate date;
        private @Nullable Duration duration;
        private @Nullable UUID uuid;
        private @Nullable BigDecimal decimal;
        private byte @Nullable [] bytes;

        @JdbcTypeCode(SqlTypes.JSON)
        private @Nullable Map<String, String> json;
    }

    @Test
    void offlineModelsAskForTheTypesThatLiveOnesDo() {
        List<Class<?>> models = List.of(Clocks.class);

        Schema offline = Schemas.wanted(Target.postgresql(), Naming.standard(), models, Map.of());

        assertThat(Schemas.diff(DatabaseKind.POSTGRESQL, open(models).metadata(), offline))
                .isEmpty();
    }

    @Entity
    @Table(name = "gate")
    static class Gate {
        @Id
        private @Nullable Long id;

        private @Nullable Boolean open;
    }

    @Test
    void aTypeThatNothingIsCastToIsTold() throws Exception {
        Database db = open(List.of(Gate.class));
        execute(db, "create table gate (id bigint not null constraint pk_gate primary key, open inet)");
        execute(db, "insert into gate values (1, '127.0.0.1')");
        Migrations migrations = migrations(db, List.of(Gate.class));

        Autogeneration made = await(migrations.autogenerate("a gate is open or not"));

        Path file =
                Objects.requireNonNull(Objects.requireNonNull(made.revision()).path());
        assertThat(made.warnings())
                .contains(
                        "PostgreSQL has no cast from inet to boolean: every row of 'gate.open' loses its value, and takes"
                                + " the default, or null where there is none, which a required column refuses. To keep the"
                                + " values, write behind 'using' in the revision how they are converted.");
        assertThat(Files.readString(file))
                .contains("-- destructive: Detected type change from inet to boolean on 'gate.open'");
        run(migrations.withDestructive().upgrade("head"));
        assertThat(await(migrations.check())).isEmpty();
        run(migrations.downgrade("base"));
    }

    static class Before {
        enum Mood {
            GLAD
        }

        @Entity(name = "Feeling")
        @Table(name = "feeling")
        static class Feeling {
            @Id
            private @Nullable Long id;

            @JdbcTypeCode(SqlTypes.NAMED_ENUM)
            private @Nullable Mood mood;
        }
    }

    static class After {
        enum Mood {
            GLAD,
            SAD
        }

        @Entity(name = "Feeling")
        @Table(name = "feeling")
        static class Feeling {
            @Id
            private @Nullable Long id;

            @ColumnDefault("'SAD'")
            @JdbcTypeCode(SqlTypes.NAMED_ENUM)
            private @Nullable Mood mood;
        }
    }

    @Test
    void aValueOfAnEnumTypeIsAddedAndUsedByOneRevision() {
        Database first = open(List.of(Before.Feeling.class));
        run(migrations(first).autogenerate("feelings"));
        run(migrations(first).upgrade("head"));
        execute(first, "insert into feeling values (1, 'GLAD')");
        Database db = open(List.of(After.Feeling.class));
        Migrations migrations = migrations(db);

        run(migrations.autogenerate("sad unless told otherwise"));
        run(migrations.upgrade("head"));

        assertThat(await(migrations.check())).isEmpty();
        execute(db, "insert into feeling (id) values (2)");
        assertThat(count(db, "feeling where mood = 'SAD' and id = 2 or mood = 'GLAD' and id = 1"))
                .isEqualTo(2);
        execute(db, "delete from feeling where id = 2");
        run(migrations.downgrade("-1"));
        run(migrations.upgrade("head"));
        assertThat(count(db, "feeling where mood = 'GLAD'")).isEqualTo(1);
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
