package dev.unirow.migrate.tests;

import static dev.unirow.migrate.tests.RunnerContract.run;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.unirow.migrate.Migrations;
import dev.unirow.migrate.exception.BaselineRevisionException;
import dev.unirow.migrate.exception.DatabaseBehindException;
import dev.unirow.migrate.exception.MigrationException;
import dev.unirow.migrate.exception.RevisionFailedException;
import dev.unirow.migrate.revision.Autogeneration;
import dev.unirow.migrate.revision.MigrationStep;
import dev.unirow.migrate.revision.Revision;
import dev.unirow.migrate.status.DatabaseStatus;
import dev.unirow.model.Naming;
import dev.unirow.query.Queries;
import dev.unirow.schema.Check;
import dev.unirow.schema.Column;
import dev.unirow.schema.ColumnOperation;
import dev.unirow.schema.Operation;
import dev.unirow.schema.Schema;
import dev.unirow.schema.Table;
import dev.unirow.schema.mapping.ModelNaming;
import dev.unirow.schema.mapping.QuotingNaming;
import dev.unirow.session.Database;
import dev.unirow.session.exception.ForeignKeyViolationException;
import dev.unirow.session.exception.NotNullViolationException;
import dev.unirow.testing.Capability;
import dev.unirow.testing.DatabaseKind;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.provider.ReactiveServiceRegistryBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Revisions that are made from models, run there and back. */
@EachDatabase
class AutogenerateContract extends MigrationFixture {
    @Test
    void aFirstRevisionMakesAllTablesAndASecondOneIsNotWritten() throws IOException {
        Database db = open(V1);
        Migrations migrations = migrations(db, V1);

        Autogeneration made = await(migrations.autogenerate("first"));

        assertThat(made.operations())
                .extracting(Operation::description)
                .contains("Detected added table 'team'", "Detected added table 'hero'");
        assertThat(made.warnings()).isEmpty();
        assertThat(await(migrations.status())).isEqualTo(DatabaseStatus.NO_INFO);
        run(migrations.upgrade("head"));
        assertThat(await(migrations.status())).isEqualTo(DatabaseStatus.UP_TO_DATE);
        assertThat(await(migrations.check())).isEmpty();

        Autogeneration again = await(migrations.autogenerate("second"));

        assertThat(again.revision()).isNull();
        try (var files = Files.list(scripts)) {
            assertThat(files.filter(file -> file.toString().endsWith(".sql"))).hasSize(1);
        }
    }

    @Test
    @Requires(Capability.PERSISTENCE)
    void aDatabaseOverASessionFactoryHasTheMappingOfWithModels() {
        Naming naming = Naming.standard();
        StandardServiceRegistry registry = new ReactiveServiceRegistryBuilder()
                .applySettings(hibernateSettings())
                .applySetting("hibernate.implicit_naming_strategy", ModelNaming.of(naming))
                .applySetting("hibernate.physical_naming_strategy", new QuotingNaming(ModelNaming.of(naming)))
                .build();
        MetadataSources sources = new MetadataSources(registry);
        V1.forEach(sources::addAnnotatedClass);
        try (Mutiny.SessionFactory factory =
                        sources.buildMetadata().buildSessionFactory().unwrap(Mutiny.SessionFactory.class);
                Database db = Database.from(factory)) {
            assertThatExceptionOfType(MigrationException.class)
                    .isThrownBy(() -> await(migrations(db).autogenerate("first")))
                    .withMessageContaining("Migrations.withModels");
            Migrations migrations = migrations(db, V1);

            Autogeneration made = await(migrations.autogenerate("first"));

            assertThat(made.operations())
                    .extracting(Operation::description)
                    .contains("Detected added table 'team'", "Detected added table 'hero'");
            run(migrations.upgrade("head"));
            assertThat(await(migrations.check())).isEmpty();
            assertThat(await(migrations.autogenerate("second")).revision()).isNull();
            List<?> heroes = await(factory.withSession(session ->
                    session.createSelectionQuery("from Hero", Object.class).getResultList()));
            assertThat(heroes).isEmpty();
        } finally {
            StandardServiceRegistryBuilder.destroy(registry);
        }
    }

    private Map<String, Object> hibernateSettings() {
        if (url.startsWith("sqlite")) {
            return Map.of("jakarta.persistence.jdbc.url", "jdbc:sqlite:" + url.substring("sqlite:///".length()));
        }
        URI server = URI.create(url);
        String[] login = server.getUserInfo().split(":");
        return Map.of(
                "jakarta.persistence.jdbc.url",
                (target.kind() == DatabaseKind.POSTGRESQL ? "postgresql" : "mariadb") + "://" + server.getHost() + ":"
                        + server.getPort() + server.getPath(),
                "jakarta.persistence.jdbc.user",
                login[0],
                "jakarta.persistence.jdbc.password",
                login[1]);
    }

    @Test
    void nothingDiffersFromWhatTheModelsCreate() {
        Database db = open(V1);
        await(db.createAll());

        assertThat(await(migrations(db).check())).isEmpty();
    }

    @Test
    void changesRunThereAndBackAndThereWithoutLosingARow() {
        Database db = open(V2);
        createTablesOfV1(db);
        execute(db, "insert into team (name) values ('Preventers')");
        execute(db, "insert into hero (name, team_id) select 'Rusty-Man', id from team");
        Migrations migrations = migrations(db);

        Autogeneration change = await(migrations.autogenerate("a city and a longer name"));

        assertThat(change.operations()).hasSize(2);
        run(migrations.upgrade("head"));
        assertThat(await(migrations.check())).isEmpty();
        execute(db, "update team set city = 'Sisu'");
        run(migrations.withDestructive().downgrade("-1"));
        assertThat(await(migrations.versions())).isEmpty();
        run(migrations.upgrade("+1"));

        assertThat(await(migrations.check())).isEmpty();
        assertThat(count(db, "team")).isEqualTo(1);
        assertThat(count(db, "hero where team_id = (select id from team)")).isEqualTo(1);
    }

    @Test
    void aTableWithAComputedColumnIsChangedThereAndBack() {
        List<Class<?>> wider = List.of(dev.unirow.migrate.tests.v2.Pet.class);
        Database db = open(wider);
        createTables(db, List.of(dev.unirow.migrate.tests.v1.Pet.class), UnaryOperator.identity());
        execute(db, "insert into pet (id, a, n) values (1, 21, 'Rex')");
        Migrations migrations = migrations(db);

        assertThat(await(migrations.autogenerate("a longer name")).operations()).hasSize(1);
        run(migrations.upgrade("head"));

        assertThat(await(migrations.check())).isEmpty();
        assertThat(count(db, "pet where a = 21 and twice = 42 and n = 'Rex'")).isEqualTo(1);
        run(migrations.downgrade("base"));
        assertThat(count(db, "pet where a = 21 and twice = 42 and n = 'Rex'")).isEqualTo(1);
        run(migrations.upgrade("head"));
        assertThat(await(migrations.check())).isEmpty();
    }

    @Test
    void foreignKeysAreEnforcedAgainAfterATableWasCopied() {
        Database db = open(V2);
        createTablesOfV1(db);
        Migrations migrations = migrations(db);
        run(migrations.autogenerate("change"));
        run(migrations.upgrade("head"));

        assertThatExceptionOfType(ForeignKeyViolationException.class)
                .isThrownBy(() -> execute(db, "insert into hero (name, team_id) values ('Nobody', 77)"));
    }

    @Test
    void aRequiredColumnIsRefusedWhileRowsWouldLackItsValue() {
        Database db = open(V1);
        createTables(db, V1, schema -> without(schema, "team", "name"));
        execute(db, "insert into team (id) values (1)", "insert into team (id) values (2)");
        Migrations migrations = migrations(db);
        revision("a1", "", "-- upgrade\nselect 1;\n-- downgrade\nselect 1;\n");
        run(migrations.upgrade("head"));
        run(migrations.autogenerate("a name"));

        assertThatValueIsMissing(migrations, "name");

        assertThat(count(db, "team")).isEqualTo(2);
        assertThat(await(db.reflect()).table("team").orElseThrow().column("name"))
                .isEmpty();
        assertThat(await(migrations.status())).isEqualTo(DatabaseStatus.UPGRADE_AVAILABLE);
        execute(db, "delete from team");
        run(migrations.upgrade("head"));
        assertThat(await(migrations.check())).isEmpty();
        run(migrations.downgrade("-1"));
        run(migrations.upgrade("head"));
        assertThat(await(migrations.check())).isEmpty();
        assertThatExceptionOfType(NotNullViolationException.class)
                .isThrownBy(() -> execute(db, "insert into team (name) values (null)"));
    }

    /** Where changes of tables are not undone, what was done before stays, and is not done again. */
    @Test
    void anUpgradeThatRowsWithoutAValueHaveStoppedGoesOnWithoutThem() {
        Database db = open(V1);
        createTables(db, V1, schema -> without(without(schema, "team", "name"), "hero", "name"));
        execute(db, "insert into team (id) values (1)");
        Migrations migrations = migrations(db);
        revision("a1", "", "-- upgrade\nselect 1;\n-- downgrade\nselect 1;\n");
        run(migrations.upgrade("head"));
        run(migrations.autogenerate("names"));

        assertThatValueIsMissing(migrations, "name");

        assertThat(await(migrations.status()))
                .isEqualTo(target.undoesDdl() ? DatabaseStatus.UPGRADE_AVAILABLE : DatabaseStatus.INTERRUPTED);
        assertThat(await(db.reflect()).table("team").orElseThrow().column("name"))
                .isEmpty();
        assertThatValueIsMissing(migrations, "name");
        execute(db, "delete from team");
        run(migrations.upgrade("head"));
        assertThat(await(migrations.check())).isEmpty();
    }

    @Test
    void aColumnBecomesRequiredOnceEveryRowHasAValue() {
        Database db = open(V1);
        createTables(db, V1, schema -> withColumn(schema, "team", "name", column -> column.withNullable(true)));
        execute(db, "insert into team (name) values ('Preventers')", "insert into team (name) values (null)");
        Migrations migrations = migrations(db);
        revision("a1", "", "-- upgrade\nselect 1;\n-- downgrade\nselect 1;\n");
        run(migrations.upgrade("head"));
        run(migrations.autogenerate("every team has a name"));

        assertThatValueIsMissing(migrations, "name");

        assertThat(count(db, "team where name is null")).isEqualTo(1);
        execute(db, "update team set name = 'Z-Force' where name is null");
        run(migrations.upgrade("head"));
        assertThat(await(migrations.check())).isEmpty();
        assertThat(count(db, "team where name = 'Z-Force'")).isEqualTo(1);
    }

    private static void assertThatValueIsMissing(Migrations migrations, String column) {
        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> run(migrations.upgrade("head")))
                .withMessageContaining("A required value is missing")
                .withMessageContaining("table 'team'")
                .havingCause()
                .isInstanceOfSatisfying(NotNullViolationException.class, missing -> {
                    assertThat(missing.constraint()).isEqualTo(column);
                    assertThat(missing.table()).endsWith("team");
                });
    }

    private static Schema without(Schema schema, String table, String column) {
        Table before = schema.table(table).orElseThrow();
        return schema.with(before.withColumns(before.columns().stream()
                .filter(other -> !other.name().equals(column))
                .toList()));
    }

    private static Schema withColumn(Schema schema, String table, String column, UnaryOperator<Column> change) {
        Table before = schema.table(table).orElseThrow();
        return schema.with(before.withColumns(before.columns().stream()
                .map(other -> other.name().equals(column) ? change.apply(other) : other)
                .toList()));
    }

    private static void createTablesOfV1(Database db) {
        createTables(db, V1, UnaryOperator.identity());
    }

    /** With a bell at the end of the day. */
    private Database openWithTimesOfWholeSeconds() {
        List<Class<?>> models = List.of(Bell.class);
        Database db = open(models);
        createTables(db, models, schema -> Schema.fromJson(schema.toJson().replace("time(6)", "time(0)")));
        execute(db, "insert into bell (rings) values ('23:59:59.6')");
        return db;
    }

    /** SQLite keeps all digits in any column. */
    @Test
    @Requires(Capability.EMBEDDING)
    void aTimeOfWholeSecondsStaysWhereAllDigitsAreKept() {
        assertThat(await(migrations(openWithTimesOfWholeSeconds()).check())).isEmpty();
    }

    @Test
    @Requires(Capability.SERVER)
    void aTimeOfWholeSecondsIsWidenedAndReadableEvenWhereItWasRoundedToTheEndOfTheDay() {
        Database db = openWithTimesOfWholeSeconds();
        Migrations migrations = migrations(db);
        assertThat(await(migrations.check()))
                .singleElement()
                .extracting(Operation::description)
                .asString()
                .startsWith("Detected type change from time")
                .endsWith(" to time(6) on 'bell.rings'");

        run(migrations.autogenerate("microseconds"));
        run(migrations.upgrade("head")); // which asks for no leave to destroy

        assertThat(await(migrations.check())).isEmpty();
        LocalTime seconds = LocalTime.of(23, 59, 59);
        assertThat(rings(db)).isBetween(seconds, LocalTime.of(23, 59, 59, 999_999_000));
        execute(db, "update bell set rings = '23:59:59.999999'");
        run(migrations.withDestructive().downgrade("-1"));
        // PostgreSQL does not run a query again that was prepared for another type
        assertThat(rings(open(List.of(Bell.class)))).isEqualTo(seconds);
    }

    private static LocalTime rings(Database db) {
        return Objects.requireNonNull(await(db.read(session -> session.one(Queries.select(Bell.class)))).rings);
    }

    /** A model with a time of day. */
    @Entity(name = "Bell")
    static class Bell {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Nullable Long id;

        @Nullable LocalTime rings;

        protected Bell() {}
    }

    @Test
    void theModelsOfTheDatabaseAreThoseOfAllSections() throws IOException {
        Autogeneration made = await(migrations(open(V1)).autogenerate("first"));

        assertThat(made.warnings()).isEmpty();
        assertThat(text(made))
                .contains("-- upgrade [sqlite]", "-- upgrade [postgresql]", "-- upgrade [mariadb]")
                .doesNotContain("-- upgrade\n");
    }

    @Test
    void revisionsThatWaitHaveToBeAppliedFirst() {
        Migrations migrations = migrations(open(V1), V1);
        run(migrations.autogenerate("first"));

        assertThatExceptionOfType(DatabaseBehindException.class)
                .isThrownBy(() -> run(migrations.autogenerate("second")))
                .withMessage("Target database is not up to date.");
    }

    @Test
    void withoutModelsNothingIsCompared() {
        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> run(migrations(open(List.of())).autogenerate("first")))
                .withMessageStartingWith(
                        "Can't proceed with --autogenerate option; the database was opened without models.");
    }

    @Test
    void noFormOfDowngradeTakesABaselineBack() throws IOException {
        Database db = open(V2);
        createTablesOfV1(db);
        execute(db, "insert into team (name) values ('Preventers')");
        Migrations migrations = migrations(db);
        Autogeneration baseline = await(migrations.baseline("as it was"));
        String id = Objects.requireNonNull(baseline.revision()).id();
        run(migrations.autogenerate("to the models"));
        run(migrations.upgrade("head"));
        String other = "-- upgrade\ncreate table other (id integer primary key);\n-- downgrade\ndrop table other;\n";
        revision("bbbb", "", other);
        run(migrations.upgrade("heads"));
        List<String> versions = await(migrations.versions());

        assertThat(text(baseline)).contains("\n-- baseline: true\n").doesNotContain("-- downgrade");
        for (String target : List.of("base", id + "@base", id + "-1")) {
            isRefused(migrations.downgrade(target), id);
        }
        isRefused(migrations.downgradeSql("heads:base"), id);
        isRefused(migrations.downgradeSql(id + ":base"), id);
        assertThat(await(migrations.versions())).isEqualTo(versions);
        run(migrations.downgrade("bbbb@base"));
        isRefused(migrations.downgrade("-2"), id);
        assertThat(await(migrations.downgrade(id))).hasSize(1);
        isRefused(migrations.downgrade("-1"), id);
        assertThat(count(db, "team where name = 'Preventers'")).isEqualTo(1);
        assertThat(await(migrations.versions())).containsExactly(id);

        run(migrations.stamp("base"));
        assertThat(await(migrations.versions())).isEmpty();
        assertThat(count(db, "team")).isEqualTo(1);
        run(migrations.stamp(id));
        run(migrations.upgrade("heads"));
        assertThat(await(migrations.versions())).hasSize(2);
    }

    @Test
    void aBaselineThatMadeTheTablesIsNotTakenBackEither() {
        Database db = open(V1);
        await(db.createAll());
        run(migrations(db).baseline("as it was"));
        run(migrations(db).drop());
        Migrations migrations = migrations(db);
        List<MigrationStep> made = await(migrations.upgrade("head"));
        execute(db, "insert into team (name) values ('Preventers')");

        isRefused(migrations.downgrade("base"), made.get(0).to().get(0));

        assertThat(count(db, "team")).isEqualTo(1);
        assertThat(await(migrations.check())).isEmpty();
    }

    private static void isRefused(Uni<?> downgrade, String baseline) {
        assertThatExceptionOfType(BaselineRevisionException.class)
                .isThrownBy(() -> run(downgrade))
                .withMessage(
                        ("Revision %1$s is a baseline: its tables were there before it, so it is not taken back, which"
                                        + " would drop them with their rows. Nothing was run. Downgrade to '%1$s' to take back what"
                                        + " follows it. To make the database forget its revisions and keep its tables, stamp it with"
                                        + " 'base'; tables that are to go, drop by hand.")
                                .formatted(baseline))
                .satisfies(failure -> assertThat(failure.revision()).isEqualTo(baseline));
    }

    @Test
    void aRenameKeepsTheValues() {
        Database db = open(V1);
        execute(db, "create table team (id integer primary key, title varchar(50) not null)");
        execute(db, "insert into team (id, title) values (1, 'Preventers')");
        Migrations migrations = migrations(db).withRenames(List.of("team.title=name"));

        Autogeneration made = await(migrations.autogenerate("rename"));
        run(migrations.upgrade("head"));

        assertThat(made.operations()).contains(new ColumnOperation.RenameColumn("team", "title", "name"));
        assertThat(count(db, "team where name = 'Preventers'")).isEqualTo(1);
        assertThat(await(migrations(db).check())).isEmpty();
        run(migrations.downgrade("base"));
        assertThat(count(db, "team where title = 'Preventers'")).isEqualTo(1);
    }

    @Test
    void whatLosesDataIsMarkedAndHeldBack() {
        Database db = open(List.of());
        List<Class<?>> more = List.of(V1.get(0), V1.get(1), Girl.class);
        run(migrations(db, more).autogenerate("with girls"));
        run(migrations(db).upgrade("head"));
        Migrations migrations = migrations(db, V1);

        run(migrations.autogenerate("drop them"));

        assertThatExceptionOfType(dev.unirow.migrate.exception.DestructiveRevisionException.class)
                .isThrownBy(() -> run(migrations.upgrade("head")))
                .satisfies(failure -> assertThat(failure.losses())
                        .singleElement()
                        .asString()
                        .startsWith("Detected removed table 'girl' (revision "));
        run(migrations.withDestructive().upgrade("head"));
        assertThat(await(migrations.check())).isEmpty();
    }

    private static String text(Autogeneration made) throws IOException {
        Revision revision = Objects.requireNonNull(made.revision());
        return Files.readString(
                Objects.requireNonNull(revision.path(), Path.of("none").toString()));
    }

    enum Mood {
        GREAT,
        SAD,
        MEH,
        OK
    }

    @Entity(name = "Girl")
    static class Girl {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private @Nullable Long id;

        @Enumerated(EnumType.ORDINAL)
        private @Nullable Mood mood;
    }

    @Test
    void anotherRangeOfOrdinalsIsWorthALook() {
        Database db = open(List.of(Girl.class));
        createTables(
                db,
                List.of(Girl.class),
                schema -> schema.withTables(schema.tables().stream()
                        .map(table -> table.withChecks(table.checks().stream()
                                .map(check -> new Check(
                                        check.name(), check.expression().replace("3", "1")))
                                .toList()))
                        .toList()));

        Autogeneration made = await(migrations(db).autogenerate("more moods"));

        assertThat(made.operations()).hasSize(2);
        assertThat(made.warnings())
                .first()
                .asString()
                .startsWith("The range of 'girl.mood' was 0 to 1 and becomes 0 to 3.")
                .contains("only if constants were appended")
                .contains("update girl set mood = …");
        run(migrations(db).upgrade("head"));
        assertThat(await(migrations(db).check())).isEmpty();
    }
}
