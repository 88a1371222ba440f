package dev.unirow.migrate.tests;

import static dev.unirow.migrate.tests.RunnerContract.run;
import static dev.unirow.session.Await.await;
import static dev.unirow.testing.Capability.PERSISTENCE;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.migrate.Migrations;
import dev.unirow.migrate.cli.Main;
import dev.unirow.migrate.exception.MigrationException;
import dev.unirow.migrate.revision.SnapshotDifferences;
import dev.unirow.model.Naming;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Operation;
import dev.unirow.schema.Target;
import dev.unirow.session.Database;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whether a revision is missing, told by the folder alone after revisions that any database has made. */
@EachDatabase
@Requires(PERSISTENCE)
@Tag("slow")
class OfflineCheckContract extends MigrationFixture {
    private static final String NOBODY = "postgresql://nobody:secret@127.0.0.1:1/nothing";

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();
    private List<Class<?>> models = V1;

    @Test
    void theModelsOfTheLastRevisionLackNothing() {
        made(V1, "first");

        SnapshotDifferences found = await(unreachable(V1).checkOffline());

        assertThat(found.isClean()).isTrue();
        assertThat(found.compared()).containsExactlyInAnyOrder(DatabaseKind.values());
        assertThat(found.leftOut()).isEmpty();
        assertThat(found.unknown()).isEmpty();
        assertThat(check(V1)).isZero();
        assertThat(out.toString())
                .isEqualTo("Compared with the last snapshots: postgresql, sqlite, mariadb\n"
                        + "No new upgrade operations detected.\n");
    }

    @Test
    void aChangeOfTheModelsIsFoundForEachDatabase() {
        made(V1, "first");

        assertThat(check(V2)).isEqualTo(1);

        assertThat(err.toString())
                .startsWith("FAILED: New upgrade operations detected: Detected ")
                .contains("Detected added column 'team.city' (postgresql, sqlite, mariadb)");
        assertThat(out.toString()).isEqualTo("Compared with the last snapshots: postgresql, sqlite, mariadb\n");

        made(V2, "second");
        assertThat(check(V2)).isZero();
    }

    @Test
    void itFindsWhatOnlyOtherKindsOfDatabasesSee() {
        made(List.of(Changes.IntCounter.class), "first");

        assertThat(check(List.of(Changes.LongCounter.class))).isEqualTo(1);

        assertThat(err.toString())
                .contains("Detected type change from integer to bigint on 'counter.n' (postgresql, mariadb)");
    }

    @Test
    void aNewNameIsOneWhereItIsSaid() {
        made(V1, "first");

        List<Operation> renames = await(unreachable(List.of(Renamed.class))
                        .withTables(name -> !name.equals("hero"))
                        .withRenames(List.of("team.name=title"))
                        .checkOffline())
                .differences()
                .get(DatabaseKind.POSTGRESQL);

        assertThat(requireNonNull(renames))
                .extracting(Operation::description)
                .containsExactly("Renamed column 'team.name' to 'title'");
    }

    @Test
    void tablesAreLeftOutByPatternsOfTheirNames() {
        made(V1, "first");
        List<Class<?>> more = List.of(V1.get(0), V1.get(1), Changes.IntCounter.class);

        assertThat(check(more)).isEqualTo(1);
        assertThat(check(more, "--exclude", "count*")).isZero();
        assertThat(check(more, "--include", "team,hero")).isZero();
    }

    @Test
    void onlyTheTargetsAreCompared() {
        made(V1, "first");

        assertThat(await(unreachable(V2).withTargets(Target.mariadb()).checkOffline())
                        .compared())
                .isEqualTo(Set.of(DatabaseKind.MARIADB));
    }

    @Test
    void withoutRevisionsThereIsNothingToCompareWith() {
        assertThat(check(V1)).isEqualTo(3);

        assertThat(err.toString()).startsWith("FAILED: There are no revisions, so there is no snapshot");
    }

    @Test
    void withoutSnapshotsItIsSaidOfWhichRevisionTheTablesAreNotKnown() {
        revision("a1", "", "-- upgrade\ncreate table team (id integer);\n-- downgrade\ndrop table team;\n");

        assertThat(check(V1)).isEqualTo(3);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .startsWith("FAILED: Whether postgresql needs a revision is not known without it: "
                        + "revision a1 may have changed tables and left no snapshot. "
                        + "Run 'pets db check' with a postgresql database that has all revisions.\n"
                        + "Whether sqlite needs");
    }

    @Test
    void afterPythonsRevisionsTheTablesAreNotKnown() throws IOException {
        String first = made(V1, "first");
        Files.writeString(scripts.resolve("b2_by_python.py"), """
                \"\"\"by Python\"\"\"
                revision = "b2"
                down_revision = "%s"

                def upgrade():
                    pass
                """.formatted(first));

        assertThat(check(V1)).isEqualTo(3);

        assertThat(err.toString()).contains("revision b2 is one of Python's, which leave no snapshot.");
    }

    @Test
    void aDatabaseThatTheRevisionsAreNotForIsLeftOut() {
        Migrations migrations = migrations(open(V1), V1);
        DatabaseKind here = open(V1).kind();
        var unused = await(migrations.withTargets(Target.parse(here.id())).autogenerate("first"));

        assertThat(check(V1)).isZero();

        assertThat(out.toString()).startsWith("Compared with the last snapshots: " + here.id() + "\n");
        assertThat(err.toString()).contains(" is left out of the revisions: revision ", " left no snapshot of it.\n");
    }

    @Test
    void severalHeadsAreJoinedUnlessTheyContradict() throws IOException {
        String first = made(V1, "first");
        String second = made(V2, "second");
        revision("c3", first, "-- upgrade\ncreate index mine on hero (name);\n-- downgrade\n");
        Files.writeString(snapshot("c3"), Files.readString(snapshot(first)));

        assertThat(check(V2)).isZero();

        Files.writeString(
                snapshot("c3"),
                Files.readString(snapshot(second))
                        .replace("\"city\"", "\"town\"")
                        .replace("(80)", "(90)"));
        assertThat(check(V2)).isEqualTo(3);
        assertThat(err.toString())
                .contains("the branches that end with ", " change team each in its own way.")
                .contains("c3");
    }

    @Test
    void withoutModelsItSaysHowTheyAreNamed() {
        made(V1, "first");
        Migrations migrations = migrations(Database.openLazy(NOBODY));

        assertThatThrownBy(() -> await(migrations.checkOffline()))
                .isInstanceOf(MigrationException.class)
                .hasMessageStartingWith("Without a database, the models must be named: by Migrations.withModels");
        assertThat(command(UnaryOperator.identity(), "check", "--offline")).isEqualTo(3);
        assertThat(err.toString()).startsWith("FAILED: Without a database, the models must be named");
    }

    @Test
    void quietlyItPrintsFailuresAlone() {
        made(V1, "first");
        models = V1;

        assertThat(command(this::configured, "-q", "check", "--offline")).isZero();

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).isEmpty();
    }

    private Path snapshot(String revision) throws IOException {
        try (var files = Files.list(scripts)) {
            return files.filter(file -> file.getFileName().toString().equals(revision + ".schema.json"))
                    .findFirst()
                    .orElse(scripts.resolve(revision + ".schema.json"));
        }
    }

    private String made(List<Class<?>> wanted, String message) {
        Migrations migrations = migrations(open(wanted), wanted);
        String id = requireNonNull(await(migrations.autogenerate(message)).revision())
                .id();
        run(migrations.upgrade("head"));
        return id;
    }

    private Migrations unreachable(List<Class<?>> wanted) {
        return migrations(Database.openLazy(NOBODY, wanted.toArray(Class<?>[]::new)), wanted);
    }

    private int check(List<Class<?>> wanted, String... options) {
        models = wanted;
        String[] all = new String[options.length + 2];
        all[0] = "check";
        all[1] = "--offline";
        System.arraycopy(options, 0, all, 2, options.length);
        return command(this::configured, all);
    }

    private Migrations configured(Migrations migrations) {
        return migrations.withModels(Naming.standard(), models);
    }

    private int command(UnaryOperator<Migrations> configuration, String... args) {
        out = new StringWriter();
        err = new StringWriter();
        return Main.of(scripts)
                .withProgramName("pets db")
                .withDatabase(() -> {
                    throw new IllegalStateException("No database is configured.");
                })
                .withMigrations(configuration)
                .withOutput(new PrintWriter(out), new PrintWriter(err))
                .run(args);
    }

    @Entity
    @Table(name = "team")
    static class Renamed {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private @Nullable Long id;

        @Column(length = 50, nullable = false)
        private @Nullable String title;
    }
}
