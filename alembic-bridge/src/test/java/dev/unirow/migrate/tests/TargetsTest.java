package dev.unirow.migrate.tests;

import static dev.unirow.migrate.tests.RunnerContract.run;
import static dev.unirow.session.Await.await;
import static dev.unirow.testing.DatabaseKind.SQLITE_FILE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.unirow.migrate.Migrations;
import dev.unirow.migrate.cli.Main;
import dev.unirow.migrate.directory.MigrationsDirectory;
import dev.unirow.migrate.directory.NewRevision;
import dev.unirow.migrate.revision.Autogeneration;
import dev.unirow.migrate.revision.Revision;
import dev.unirow.model.Naming;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Target;
import dev.unirow.session.Database;
import dev.unirow.testing.MariaDbServer;
import dev.unirow.testing.OnDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which databases a revision has sections for that is made on SQLite. */
@OnDatabase(SQLITE_FILE)
@Tag("slow")
class TargetsTest extends MigrationFixture {
    /** MariaDB has no index over some rows. */
    @Entity
    @Table(name = "ticket", indexes = @Index(columnList = "seat", options = "where seat is not null"))
    static class Ticket {
        @Id
        private @Nullable UUID id;

        private @Nullable String seat;
    }

    @Entity
    @Table(name = "ticket")
    static class PlainTicket {
        @Id
        private @Nullable UUID id;

        private @Nullable String seat;
    }

    @Entity
    @Table(name = "ticket")
    static class RowTicket {
        @Id
        private @Nullable UUID id;

        private @Nullable String seat;
        private @Nullable Integer rowNo;
    }

    @Entity
    @Table(name = "ticket")
    static class PriceTicket {
        @Id
        private @Nullable UUID id;

        private @Nullable String seat;
        private @Nullable Integer price;
    }

    @Entity
    @Table(name = "ticket")
    static class OtherRowTicket {
        @Id
        private @Nullable UUID id;

        private @Nullable String seat;
        private @Nullable String rowNo;
    }

    @Entity
    @Table(name = "gate")
    static class AddressGate {
        @Id
        private @Nullable UUID id;

        private @Nullable InetAddress open;
    }

    @Entity
    @Table(name = "gate")
    static class OpenGate {
        @Id
        private @Nullable UUID id;

        private @Nullable Boolean open;
    }

    private static String text(Autogeneration made) {
        Revision revision = Objects.requireNonNull(made.revision());
        try {
            return Files.readString(Objects.requireNonNull(revision.path()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String id(Autogeneration made) {
        return Objects.requireNonNull(made.revision()).id();
    }

    private Autogeneration makeAndRun(Migrations migrations) {
        Autogeneration made = await(migrations.autogenerate("a change"));
        run(migrations.upgrade("head"));
        return made;
    }

    @Test
    void allThatAreSupportedUnlessTargetsAreNamed() {
        Autogeneration first = makeAndRun(migrations(open(V1), V1));
        Autogeneration second = await(migrations(open(V2), V2)
                .withTargets(Target.postgresql(), Target.sqlite())
                .autogenerate("second"));

        assertThat(first.warnings()).isEmpty();
        assertThat(text(first))
                .contains("-- upgrade [sqlite]", "-- upgrade [postgresql]", "-- upgrade [mariadb]", "auto_increment");
        assertThat(second.warnings()).isEmpty();
        assertThat(text(second)).contains("-- upgrade [postgresql]").doesNotContain("mariadb");
    }

    @Test
    void aCastThatPostgresqlLacksIsToldHereToo() {
        List<Class<?>> gates = List.of(OpenGate.class);
        Autogeneration first = makeAndRun(migrations(open(List.of(AddressGate.class)), List.of(AddressGate.class)));
        assertThat(text(first)).contains("open inet");

        Autogeneration made = await(migrations(open(gates), gates).autogenerate("a gate is open or not"));

        assertThat(made.warnings())
                .anyMatch(warning -> warning.startsWith(
                        "PostgreSQL has no cast from inet to boolean: every row of" + " 'gate.open' loses its value,"));
        assertThat(text(made)).contains("-- destructive: Detected type change from inet to boolean on 'gate.open'");
    }

    @Test
    void whatMariaDbCannotDoLeavesItsSectionOut() {
        Migrations migrations = migrations(open(List.of(Ticket.class)), List.of(Ticket.class));

        Autogeneration made = makeAndRun(migrations);

        assertThat(made.warnings())
                .singleElement()
                .asString()
                .startsWith("There is no section for 'mariadb', because Index 'ix_ticket_seat' is over some rows,")
                .endsWith("The revision cannot be run there until one is written. Where it never shall be,"
                        + " 'withTargets' names the others.");
        assertThat(text(made)).contains("-- upgrade [postgresql]").doesNotContain("mariadb");
    }

    @Test
    void afterARevisionWithoutASectionTheNextOneHasNone() {
        Autogeneration first = makeAndRun(migrations(open(List.of(Ticket.class)), List.of(Ticket.class)));

        Autogeneration second = makeAndRun(migrations(open(List.of(PlainTicket.class)), List.of(PlainTicket.class)));

        assertThat(text(second)).contains("drop index").doesNotContain("mariadb");
        assertThat(second.warnings())
                .singleElement()
                .asString()
                .startsWith("There is no section for 'mariadb', because revision " + id(first)
                        + " left no snapshot of it.");
    }

    @Test
    void aRevisionByHandWithoutASectionLeavesOutTheNextOnes() {
        revision(
                "a1", "", "-- upgrade [sqlite]\ncreate table team (id integer);\n-- upgrade [postgresql]\nselect 1;\n");
        Database db = open(V1);
        run(migrations(db).upgrade("head"));
        execute(db, "drop table team");

        Autogeneration made = await(migrations(db, V1).autogenerate("second"));

        assertThat(text(made)).contains("-- upgrade [postgresql]").doesNotContain("mariadb");
        assertThat(made.warnings())
                .containsExactlyInAnyOrder(
                        "Revision a1 has no snapshot; if it changes tables, the section for 'postgresql' is to be corrected.",
                        "There is no section for 'mariadb', because revision a1 has none either. The revision cannot be run"
                                + " there until one is written. Where it never shall be, 'withTargets' names the others.");
    }

    @Test
    void aTargetThatCameLaterHasSectionsOnceARevisionWasMadeThere() throws IOException {
        Database sqlite = open(V1);
        Autogeneration first = makeAndRun(migrations(sqlite, V1).withTargets());
        Files.writeString(
                Objects.requireNonNull(Objects.requireNonNull(first.revision()).path()),
                text(first) + "\n-- upgrade [mariadb]\ncreate table team (id bigint auto_increment primary key);\n");
        String file = url;
        String server = MariaDbServer.createDatabaseUrl();
        url = server;
        Database mariaDb = open(V1);
        run(migrations(mariaDb).upgrade("head"));
        Autogeneration second = makeAndRun(migrations(mariaDb, V1));
        assertThat(text(second)).contains("alter table team add column name");
        run(migrations(sqlite).upgrade("head"));

        url = file;
        Autogeneration third = makeAndRun(migrations(open(V2), V2));

        assertThat(third.warnings()).noneMatch(warning -> warning.contains("mariadb"));
        run(migrations(mariaDb).upgrade("head"));
        url = server;
        assertThat(await(migrations(open(V2)).check())).isEmpty();
    }

    /** One adds a table and the other changes one, each with a database of its own. */
    @Test
    void whereBranchesMeetTheNextSectionsStartFromBoth() throws IOException {
        List<Class<?>> added = with(V1, PlainTicket.class);
        List<Class<?>> both = with(V2, PlainTicket.class);
        makeAndRun(migrations(open(V1), V1));
        Path mine = scripts;
        String here = url;
        scripts = Files.createDirectory(folder.resolve("others"));
        copy(mine, scripts);
        url = target.newDatabaseUrl();
        run(migrations(open(V1)).upgrade("head"));
        makeAndRun(migrations(open(added), added));
        Path others = scripts;
        scripts = mine;
        url = here;
        makeAndRun(migrations(open(V2), V2));
        copy(others, mine);
        Migrations migrations = migrations(open(both), both);
        run(migrations.upgrade("heads"));
        run(migrations.revision(NewRevision.of("merge").withHeads(List.of("heads"))));
        run(migrations.upgrade("head"));
        assertThat(await(migrations.check())).isEmpty();

        Autogeneration made = await(migrations(open(added), added).autogenerate("back to the first names"));

        assertThat(made.warnings()).isEmpty();
        assertThat(text(made)).contains("-- upgrade [mariadb]").doesNotContain("ticket");
        url = MariaDbServer.createDatabaseUrl();
        run(migrations(open(added)).withDestructive().upgrade("head"));
        assertThat(await(migrations(open(added)).check())).isEmpty();
    }

    /**
     * Two programs, each with a database of its own, go on from the plain ticket; one of them gets the revisions of
     * both, and goes back to it.
     */
    private Autogeneration madeOverBranches(Class<?> mine, Class<?> other) throws IOException {
        List<Class<?>> plain = List.of(PlainTicket.class);
        makeAndRun(migrations(open(plain), plain));
        Path here = scripts;
        String first = url;
        Path others = Files.createDirectory(folder.resolve("others"));
        copy(here, others);
        scripts = others;
        url = target.newDatabaseUrl();
        run(migrations(open(plain)).upgrade("head"));
        makeAndRun(migrations(open(List.of(other)), List.of(other)));
        scripts = here;
        url = first;
        makeAndRun(migrations(open(List.of(mine)), List.of(mine)));
        copy(others, here);
        Migrations migrations = migrations(open(plain), plain);
        run(migrations.stamp("heads"));
        return await(migrations.autogenerate(NewRevision.of("back").withHeads(List.of("heads"))));
    }

    @Test
    void branchesMayChangeOneTableWhereTheOrderDoesNotMatter() throws IOException {
        Autogeneration made = madeOverBranches(RowTicket.class, PriceTicket.class);

        assertThat(text(made))
                .contains("alter table ticket drop column price;", "alter table ticket drop column row_no;");
        assertThat(made.warnings()).isEmpty();
    }

    @Test
    void branchesThatChangeOneTableEachInItsWayLeaveTheSectionOut() throws IOException {
        Autogeneration made = madeOverBranches(RowTicket.class, OtherRowTicket.class);

        assertThat(text(made)).contains("-- upgrade [sqlite]").doesNotContain("mariadb", "postgresql");
        assertThat(made.warnings())
                .hasSize(2)
                .allMatch(warning -> warning.matches(
                        "There is no section for '.*', because the branches that end with \\w+ and with \\w+ change ticket each in"
                                + " its own way\\. .*"));
    }

    private static List<Class<?>> with(List<Class<?>> models, Class<?> another) {
        List<Class<?>> all = new ArrayList<>(models);
        all.add(another);
        return all;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(file.getFileName());
                if (!Files.exists(target)) {
                    Files.copy(file, target);
                }
            }
        }
    }

    @Test
    void theVersionOfATargetDecidesItsTypes() {
        List<Class<?>> models = List.of(PlainTicket.class);
        Autogeneration made = await(migrations(open(models), models)
                .withTargets(Target.parse("mariadb-10.6"))
                .autogenerate("first"));

        assertThat(text(made)).contains("id binary(16) not null").doesNotContain("postgresql");
    }

    static List<Changes.Change> unseen() {
        return Changes.UNSEEN;
    }

    @ParameterizedTest
    @MethodSource("unseen")
    void aChangeThatOnlyServersSeeIsWrittenForThem(Changes.Change change) {
        makeAndRun(migrations(open(change.before())));
        Migrations migrations = migrations(open(change.after()));
        assertThat(await(migrations.differences()))
                .doesNotContainKey(DatabaseKind.SQLITE)
                .hasEntrySatisfying(
                        DatabaseKind.POSTGRESQL,
                        found -> assertThat(found)
                                .anyMatch(operation -> operation.description().contains(change.about())));

        Autogeneration made = await(migrations.autogenerate("a change"));

        assertThat(made.operations()).isEmpty();
        assertThat(made.elsewhere()).containsKey(DatabaseKind.POSTGRESQL);
        assertThat(made.warnings()).isEmpty();
        assertThat(text(made))
                .contains(
                        "-- upgrade [sqlite]\n-- nothing to do\n",
                        "-- downgrade [sqlite]\n-- nothing to do\n",
                        "-- upgrade [postgresql]\n",
                        "-- upgrade [mariadb]\n");
        assertThat(await(migrations.upgradeSql("head-1:head")))
                .matches(
                        "BEGIN;\n\n-- Running upgrade \\w+ -> \\w+, a change\n\nUPDATE alembic_version .*;\n\nCOMMIT;\n\n");
        run(migrations.upgrade("head"));
        run(migrations.downgrade("-1"));
        run(migrations.upgrade("head"));
        assertThat(await(migrations.versions())).containsExactly(id(made));
        assertThat(await(migrations.check())).isEmpty();
        assertThat(await(migrations.autogenerate("again")).revision()).isNull();
    }

    @Test
    void rowsThatARevisionByHandChangesHideNoDifference() {
        Changes.Change change = Changes.UNSEEN.get(0);
        Autogeneration first = makeAndRun(migrations(open(change.before()), change.before()));
        revision("b2", id(first), "-- upgrade\nupdate counter set n = 1;\n-- downgrade\n");
        Migrations migrations = migrations(open(change.after()), change.after());
        run(migrations.upgrade("head"));

        assertThat(await(migrations.check())).isNotEmpty();
        assertThat(makeAndRun(migrations).revision()).isNotNull();
        assertThat(await(migrations.check())).isEmpty();
    }

    /** It may be the very change, made by hand for want of another way. */
    @Test
    void tablesThatARevisionByHandChangesAreNotGuessed() {
        Changes.Change change = Changes.UNSEEN.get(0);
        Autogeneration first = makeAndRun(migrations(open(change.before()), change.before()));
        revision(
                "b2",
                id(first),
                "-- upgrade [postgresql]\nalter table counter alter column n type bigint;\n"
                        + "-- upgrade [sqlite, mariadb]\n-- downgrade\n");
        Migrations migrations = migrations(open(change.after()), change.after());
        run(migrations.upgrade("head"));

        assertThat(await(migrations.differences())).containsOnlyKeys(DatabaseKind.MARIADB);
    }

    @Test
    void theCommandLineTellsWhichDatabaseDiffers() {
        Changes.Change change = Changes.UNSEEN.get(0);
        makeAndRun(migrations(open(change.before()), change.before()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Main main = Main.of(scripts)
                .withDatabase(() -> Database.open(url, change.after().toArray(Class<?>[]::new)))
                .withMigrations(migrations -> migrations.withModels(Naming.standard(), change.after()))
                .withOutput(new PrintWriter(out), new PrintWriter(err));

        assertThat(main.run("check")).isEqualTo(1);
        assertThat(main.run("make", "-m", "wider")).isZero();
        assertThat(main.run("migrate")).isZero();
        assertThat(main.run("check")).isZero();

        assertThat(err.toString())
                .startsWith("FAILED: New upgrade operations detected: Detected type change from integer to bigint on"
                        + " 'counter.n' (postgresql, mariadb)\n"
                        + "INFO  [unirow.migrate] Detected type change from integer to bigint on 'counter.n' (postgresql,"
                        + " mariadb)\n");
    }

    @Test
    void twoTargetsOfOneKindAreRefused() {
        Migrations migrations = Migrations.of(open(V1), MigrationsDirectory.of(scripts));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> migrations
                        .withModels(Naming.standard(), V1)
                        .withTargets(Target.mariadb(), Target.parse("mariadb-11.4")))
                .withMessageContaining("Name the oldest version that it shall run on.");
    }
}
