package dev.unirow.migrate.tests;

import static dev.unirow.migrate.tests.RunnerContract.run;
import static dev.unirow.session.Await.await;
import static dev.unirow.testing.Capability.PERSISTENCE;
import static dev.unirow.testing.Capability.SERVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.unirow.migrate.Migrations;
import dev.unirow.migrate.cli.Main;
import dev.unirow.migrate.exception.InterruptedRevisionException;
import dev.unirow.migrate.exception.MigrationException;
import dev.unirow.migrate.exception.RevisionFailedException;
import dev.unirow.migrate.revision.Autogeneration;
import dev.unirow.migrate.status.DatabaseStatus;
import dev.unirow.schema.Table;
import dev.unirow.schema.engine.Schemas;
import dev.unirow.session.Database;
import dev.unirow.testing.Capability;
import dev.unirow.testing.DatabaseKind;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where the versions are kept, when it is not the usual place. */
@EachDatabase
class VersionTableContract extends MigrationFixture {
    private static final String SCHEMA = "Kept \"Elsewhere\"";
    private static final List<String> NAMES = List.of(
            "shop_version",
            "Shop Version",
            "order",
            "a\"b`c",
            "it's; drop table hero --",
            "größe_ё",
            "\\",
            "a:b?c",
            "%s");

    private final StringWriter output = new StringWriter();

    @AfterEach
    void dropSchema() {
        if (target.isServer()) {
            try (Database plain = Database.open(url)) {
                execute(
                        plain,
                        "drop schema if exists " + Schemas.sql(plain.kind(), null, SCHEMA)
                                + (target.kind() == DatabaseKind.MARIADB ? "" : " cascade"));
            }
        }
    }

    private static List<String> tables(Database db) {
        return await(db.reflect()).tables().stream().map(Table::name).toList();
    }

    @Test
    void everyCommandKeepsToTheNamedTableWhateverItsName() {
        Database db = open(V1);
        Autogeneration made = await(migrations(db).autogenerate("first"));
        String head = java.util.Objects.requireNonNull(made.revision()).id();
        for (String name : NAMES) {
            Migrations migrations = migrations(db).withVersionTable(name);
            assertThat(await(migrations.status())).as(name).isEqualTo(DatabaseStatus.NO_INFO);

            run(migrations.upgrade());

            assertThat(await(migrations.versions())).containsExactly(head);
            assertThat(await(migrations.status())).isEqualTo(DatabaseStatus.UP_TO_DATE);
            assertThat(await(migrations.check())).as(name).isEmpty();
            assertThat(await(migrations.autogenerate("nothing")))
                    .returns(null, Autogeneration::revision)
                    .returns(List.of(), Autogeneration::leftAlone);
            assertThat(tables(db)).contains(Schemas.qualified(null, name)).doesNotContain("alembic_version");
            assertThat(await(migrations(db).versions())).isEmpty();
            run(migrations.stamp("base"));
            assertThat(await(migrations.versions())).isEmpty();
            run(migrations.stampPurged("head"));
            run(migrations.downgrade("base"));
            assertThat(tables(db)).containsExactly(Schemas.qualified(null, name));
            await(migrations.create());
            assertThat(await(migrations.versions())).containsExactly(head);
            await(migrations.drop());
            assertThat(tables(db)).as(name).isEmpty();
            await(migrations.ensureVersion());
            execute(db, "drop table " + Schemas.sql(db.kind(), null, name));
        }
    }

    @Test
    void whatWouldBeRunNamesIt() {
        Database db = open(List.of());
        revision("a1", "", "-- upgrade\nselect 1;\n-- downgrade\nselect 1;\n");
        Migrations migrations = migrations(db).withVersionTable("Shop Version");
        String quoted = Schemas.sql(db.kind(), null, "Shop Version");

        for (String script : List.of(await(migrations.upgradeSql("head")), await(migrations.upgradeDryRun("head")))) {
            assertThat(script)
                    .contains("CREATE TABLE " + quoted + " (")
                    .contains("INSERT INTO " + quoted + " (version_num) VALUES ('a1');")
                    .doesNotContain("alembic_version");
        }
        assertThat(await(migrations.downgradeSql("head:base"))).contains("DELETE FROM " + quoted + " WHERE");
    }

    @Test
    @Requires(SERVER)
    void aSchemaOfItsOwnHasToBeThereAndIsRead() {
        Database db = open(V1);
        Migrations migrations = migrations(db).withVersionSchema(SCHEMA);
        assertThat(await(migrations.autogenerate("first")).operations()).isNotEmpty();
        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> run(migrations.upgrade()))
                .withMessageStartingWith("The version table cannot be made in the schema '" + SCHEMA + "'")
                .withMessageEndingWith("create schema " + Schemas.sql(db.kind(), null, SCHEMA));
        assertThat(tables(db)).isEmpty();
        execute(db, "create schema " + Schemas.sql(db.kind(), null, SCHEMA));

        run(migrations.upgrade());

        assertThat(await(migrations.versions())).hasSize(1);
        assertThat(await(migrations.check())).isEmpty();
        assertThat(await(migrations.sync())).isEqualTo(dev.unirow.migrate.SyncResult.ALREADY_UP_TO_DATE);
        assertThat(tables(db)).doesNotContain("alembic_version");
        assertThat(count(db, Schemas.sql(db.kind(), SCHEMA, "alembic_version"))).isEqualTo(1);
        run(migrations.downgrade("base"));
        assertThat(tables(db)).isEmpty();
    }

    @Test
    @Requires(SERVER)
    void aModelMayHaveATableOfTheSameNameInAnotherSchema() {
        Database db = open(V1);
        execute(db, "create schema " + Schemas.sql(db.kind(), null, SCHEMA));
        Migrations migrations = migrations(db).withVersionSchema(SCHEMA).withVersionTable("hero");
        run(migrations.autogenerate("first"));

        run(migrations.upgrade());

        assertThat(await(migrations.check())).isEmpty();
        assertThat(await(migrations.status())).isEqualTo(DatabaseStatus.UP_TO_DATE);
        assertThat(count(db, "hero")).isZero();
    }

    @Test
    @Requires(SERVER)
    void theConnectionsOwnSchemaMayBeSaid() {
        Database db = open(V1);
        String own = await(db.connect(connection -> connection.select("select "
                        + (target.kind() == DatabaseKind.MARIADB ? "database()" : "current_schema()") + " as own")))
                .get(0)
                .get("own")
                .toString();
        Migrations migrations = migrations(db).withVersionSchema(own);
        run(migrations.autogenerate("first"));
        run(migrations.upgrade());

        assertThat(await(migrations.check())).isEmpty();
        assertThat(await(migrations.autogenerate("nothing")).leftAlone()).isEmpty();
        assertThat(await(migrations(db).versions())).hasSize(1);
    }

    @Test
    @Requires(Capability.EMBEDDING)
    void sqliteHasNoSchemas() {
        Migrations migrations = migrations(open(List.of())).withVersionSchema("audit");

        for (Runnable command : List.<Runnable>of(
                () -> await(migrations.versions()),
                () -> await(migrations.ensureVersion()),
                () -> await(migrations.upgradeSql("head")))) {
            assertThatExceptionOfType(MigrationException.class)
                    .isThrownBy(command::run)
                    .withMessageStartingWith(
                            "The version table cannot be in the schema 'audit': SQLite has no schemas.");
        }
    }

    @Test
    void anotherTableIsNotTakenForIt() {
        Database db = open(List.of());
        execute(db, "create table item (id integer primary key)", "insert into item values (1)");
        revision("a1", "", "-- upgrade\nselect 1;\n-- downgrade\nselect 1;\n");
        Migrations migrations = migrations(db).withVersionTable("item");

        for (Runnable command : List.<Runnable>of(
                () -> await(migrations.versions()), () -> run(migrations.upgrade()), () -> await(migrations.drop()))) {
            assertThatExceptionOfType(MigrationException.class)
                    .isThrownBy(command::run)
                    .withMessageStartingWith(
                            "The table 'item' is not a version table: it has no column 'version_num'.");
        }
        assertThat(count(db, "item")).isEqualTo(1);
    }

    @Test
    void theTableOfAModelIsRefusedBeforeAnythingRuns() {
        Database db = open(V1);

        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> run(migrations(db).withVersionTable("hero").upgrade()))
                .withMessageStartingWith("The table 'hero' is that of a model");
        assertThat(tables(db)).isEmpty();
    }

    @Test
    void aNameThatNoTableCanHaveIsRefusedAtOnce() {
        Migrations migrations = migrations(open(List.of()));
        for (String wrong : List.of("", " ", " a", "a\0b", "a\nb", "x".repeat(49), "é".repeat(25), "\uD83D\uDC24")) {
            assertThatIllegalArgumentException()
                    .as(wrong)
                    .isThrownBy(() -> migrations.withVersionTable(wrong))
                    .withMessageStartingWith("The name of the version table has 1 to 48 bytes");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> migrations.withVersionSchema(wrong + (wrong.length() > 9 ? wrong : "")))
                    .withMessageStartingWith("The name of the version table's schema has 1 to 63 bytes");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> migrations.withVersionTable("audit.version"))
                .withMessageContaining("has a point in it. Name the schema");
    }

    @Test
    void twoProgramsShareADatabase() {
        Database db = open(List.of());
        Migrations shop = migrations(db).withVersionTable("shop_version");
        Migrations blog = migrations(db).withVersionTable("blog_version");
        revision("a1", "", "-- upgrade\nselect 1;\n-- downgrade\nselect 1;\n");

        run(shop.upgrade());

        assertThat(await(blog.versions())).isEmpty();
        run(blog.upgrade());
        await(shop.drop());
        assertThat(await(blog.versions())).containsExactly("a1");
        assertThat(tables(db)).containsExactly("blog_version");
    }

    @Test
    @Requires(Capability.COMMITTED_DDL)
    void whatOneProgramLeftHalfWayIsNotTheOthersToGoOnWith() {
        Database db = open(List.of());
        revision("a1", "", "-- upgrade\ncreate table one (id int);\ninsert into nowhere values (1);\n");
        Migrations shop = migrations(db).withVersionTable("shop_version");
        Migrations blog = migrations(db).withVersionTable("blog_version");
        assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> run(shop.upgrade()));

        assertThat(await(shop.status())).isEqualTo(DatabaseStatus.INTERRUPTED);
        assertThat(await(blog.status())).isEqualTo(DatabaseStatus.NO_INFO);
        run(blog.stamp("head"));
        assertThat(await(shop.status())).isEqualTo(DatabaseStatus.INTERRUPTED);
        assertThat(tables(db)).contains("unirow_progress_shop_version");
        assertThatExceptionOfType(InterruptedRevisionException.class).isThrownBy(() -> run(shop.downgrade("base")));
        run(shop.stamp("head"));
        assertThat(tables(db)).doesNotContain("unirow_progress_shop_version");
    }

    @Test
    void theConfiguredOneIsThatOfHealthToo() {
        revision("a1", "", "-- upgrade\nselect 1;\n-- downgrade\nselect 1;\n");
        try (Database db = Database.builder(url)
                .models(V1.toArray(Class<?>[]::new))
                .migrations(scripts)
                .migrationsVersionTable("shop_version")
                .open()) {
            run(Migrations.of(db).upgrade());

            assertThat(tables(db)).containsExactly("shop_version");
            assertThat(await(db.health()).ready()).isTrue();
        }
    }

    @Test
    @Requires(PERSISTENCE)
    void theCommandLineTakesBoth() {
        revision("a1", "", "-- upgrade\nselect 1;\n-- downgrade\nselect 1;\n");
        String[] name = {"--version-table", "Shop Version"};

        assertThat(command(name, "migrate")).as(output()).isZero();
        assertThat(command(name, "current")).isZero();
        assertThat(output()).contains("a1 (head)");
        assertThat(command(name, "status")).isZero();
        assertThat(output()).contains("Status: UP_TO_DATE").doesNotContain("that no model knows");
        assertThat(command(new String[0], "current")).isZero();
        assertThat(output()).doesNotContain("a1");
        assertThat(command(new String[] {"--version-table", " "}, "current")).isEqualTo(2);
        assertThat(output()).contains("FAILED: The name of the version table has 1 to 48 bytes");
        assertThat(command(new String[] {"--version-schema", "nowhere"}, "ensure_version"))
                .isEqualTo(3);
        assertThat(output()).contains("FAILED: The version table cannot be ");
    }

    private String output() {
        String written = output.toString();
        output.getBuffer().setLength(0);
        return written;
    }

    private int command(String[] options, String... args) {
        PrintWriter writer = new PrintWriter(output);
        String[] all = java.util.stream.Stream.concat(java.util.Arrays.stream(options), java.util.Arrays.stream(args))
                .toArray(String[]::new);
        return Main.of(scripts)
                .withDatabase(() -> Database.open(url))
                .withOutput(writer, writer)
                .run(all);
    }
}
