package dev.unirow.migrate.tests;

import static dev.unirow.migrate.tests.RunnerContract.run;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.unirow.migrate.Migrations;
import dev.unirow.migrate.SyncResult;
import dev.unirow.migrate.exception.DestructiveRevisionException;
import dev.unirow.migrate.revision.Autogeneration;
import dev.unirow.migrate.status.DatabaseStatus;
import dev.unirow.schema.Operation;
import dev.unirow.schema.Table;
import dev.unirow.session.Database;
import dev.unirow.testing.Capability;
import dev.unirow.testing.DatabaseKind;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Models in a schema of their own, which is a database on MariaDB. SQLite has neither. */
@EachDatabase
@Requires(Capability.SERVER)
class FurtherSchemasContract extends MigrationFixture {
    private static final String SCHEMA = "audit_trail";
    private static final String ENTRY = SCHEMA + ".entry";
    private static final String ARCHIVE = "audit_archive";

    @SuppressWarnings("NullAway.Init") // opened before each test
    Database db;

    @BeforeEach
    void openDatabase() {
        dropSchema();
        db = open(models(1));
    }

    /** A database of MariaDB's is there for all others, too. */
    @AfterEach
    void dropSchema() {
        try (Database plain = Database.open(url)) {
            for (String schema : List.of(SCHEMA, ARCHIVE)) {
                execute(plain, "drop schema if exists " + schema + (isMariaDb() ? "" : " cascade"));
            }
        }
    }

    private boolean isMariaDb() {
        return target.kind() == DatabaseKind.MARIADB;
    }

    /** The schema's name belongs to {@code schema} on the one, to {@code catalog} on the other. */
    private List<Class<?>> models(int version) {
        List<Class<?>> models = new ArrayList<>(V1);
        if (isMariaDb()) {
            models.add(version == 1 ? InCatalog.Entry.class : WiderInCatalog.Entry.class);
        } else {
            models.add(version == 1 ? InSchema.Entry.class : WiderInSchema.Entry.class);
        }
        return models;
    }

    @Test
    void aRevisionMakesTheTableAndASecondOneIsNotWritten() {
        Migrations migrations = migrations(db);

        assertThat(descriptions(await(migrations.autogenerate("first")).operations()))
                .contains("Detected added table '" + ENTRY + "'", "Detected added table 'hero'");
        run(migrations.upgrade("head"));

        isClean(migrations);
        assertThat(await(db.exists(ENTRY))).isTrue();
        assertThat(await(db.exists(ENTRY, "id"))).isTrue();
        assertThat(await(db.exists(ENTRY, "wings"))).isFalse();
        assertThat(await(db.reflect()).tables()).extracting(Table::name).contains(ENTRY, "hero", "team");
        assertThat(await(migrations.status())).isEqualTo(DatabaseStatus.UP_TO_DATE);
    }

    @Test
    void aColumnThereComesAndGoesWithItsRevision() {
        Migrations first = migrations(db);
        run(first.autogenerate("first"));
        run(first.upgrade("head"));
        execute(db, "insert into " + ENTRY + " (id) values (1)");
        Migrations second = migrations(open(models(2)));

        assertThat(descriptions(await(second.autogenerate("a remark")).operations()))
                .containsExactly(
                        "Detected added column '" + ENTRY + ".remark'",
                        "Detected added unique constraint 'uq_entry_remark' on '(remark)'");
        run(second.upgrade("head"));

        isClean(second);
        run(second.downgrade("-1"));
        assertThat(await(db.exists(ENTRY, "remark"))).isFalse();
        assertThat(count(db, ENTRY)).isEqualTo(1);
        run(second.upgrade("head"));
        assertThat(await(second.check())).isEmpty();
        run(second.withDestructive().downgrade("base"));
        assertThat(await(db.reflect()).tables()).extracting(Table::name).containsExactly("alembic_version");
        run(second.upgrade("head"));
        assertThat(await(second.check())).isEmpty();
    }

    @Test
    void aTableAndAColumnThereGetNewNames() {
        Database wider = open(models(2));
        await(wider.createAll());
        execute(
                wider,
                "alter table " + ENTRY + " rename column remark to note",
                "alter table " + ENTRY + " rename to " + (isMariaDb() ? SCHEMA + "." : "") + "log",
                "insert into " + SCHEMA + ".log (id, note) values (1, 'first')");
        Migrations migrations =
                migrations(wider).withRenames(List.of(SCHEMA + ".log=" + ENTRY, ENTRY + ".note=remark"));

        assertThat(await(migrations.autogenerate("new names")).operations()).noneMatch(Operation::destructive);
        run(migrations.upgrade("head"));

        isClean(migrations(wider));
        assertThat(count(wider, ENTRY + " where remark = 'first'")).isEqualTo(1);
        run(migrations.downgrade("-1"));
        assertThat(count(wider, SCHEMA + ".log where note = 'first'")).isEqualTo(1);
    }

    @Test
    void aTableMovesIntoAnotherSchema() {
        await(db.createAll());
        execute(db, "create schema " + ARCHIVE);
        if (isMariaDb()) {
            execute(db, "rename table " + ENTRY + " to " + ARCHIVE + ".log");
        } else {
            execute(
                    db,
                    "alter table " + ENTRY + " set schema " + ARCHIVE,
                    "alter table " + ARCHIVE + ".entry rename to log");
        }
        execute(db, "insert into " + ARCHIVE + ".log (id) values (1)");
        Migrations migrations = migrations(db).withRenames(List.of(ARCHIVE + ".log=" + ENTRY));

        assertThat(await(migrations.autogenerate("to the trail")).operations()).noneMatch(Operation::destructive);
        run(migrations.upgrade("head"));

        isClean(migrations(db));
        assertThat(count(db, ENTRY)).isEqualTo(1);
        run(migrations.downgrade("-1"));
        assertThat(count(db, ARCHIVE + ".log")).isEqualTo(1);
        run(migrations.upgrade("head"));
        assertThat(await(migrations(db).check())).isEmpty();
    }

    @Test
    void aTableMovesIntoTheConnectionsOwnSchemaAndIsLookedForThere() {
        run(migrations(db).autogenerate("first"));
        run(migrations(db).upgrade("head"));
        execute(db, "insert into " + ENTRY + " (id) values (1)");
        Database own = open(List.of(V1.get(0), V1.get(1), isMariaDb() ? ByIdentity.Note.class : BySequence.Note.class));
        Migrations migrations = migrations(own).withRenames(List.of(ENTRY + "=note"));

        Autogeneration made = await(migrations.autogenerate("notes"));
        assertThat(made.operations()).noneMatch(Operation::destructive);
        run(migrations.upgrade("head"));

        isClean(migrations(own));
        assertThat(count(own, "note")).isEqualTo(1);
        assertThatExceptionOfType(DestructiveRevisionException.class)
                .isThrownBy(() -> run(migrations.downgrade("base")))
                .satisfies(refused ->
                        assertThat(refused.losses()).singleElement().asString().startsWith("table 'note' with 1 row "));
        run(migrations.downgrade("-1"));
        assertThat(count(db, ENTRY)).isEqualTo(1);
        run(migrations.upgrade("head"));
        assertThat(await(migrations(own).check())).isEmpty();
    }

    @Test
    void aTableThereThatMayBeARenamedOneIsAskedAbout() {
        String reference = isMariaDb() ? "before_id" : "team_id";
        execute(
                db,
                "create schema " + SCHEMA,
                "create table " + SCHEMA + ".log (id bigint primary key, " + reference + " bigint)");

        Autogeneration made = await(migrations(db).autogenerate("first"));

        assertThat(made.warnings())
                .contains("If '" + ENTRY + "' is the new name of '" + SCHEMA + ".log', delete this revision and make it"
                        + " again with --rename " + SCHEMA + ".log=" + ENTRY + ".");
    }

    @Test
    void whatARevisionMadeGoesWithItButForADatabaseOfMariaDb() {
        Migrations migrations = migrations(db);
        run(migrations.autogenerate("first"));
        run(migrations.upgrade("head"));
        assertThat(hasSchema()).isTrue();

        run(migrations.downgrade("base"));

        assertThat(hasSchema()).isEqualTo(isMariaDb());
        run(migrations.upgrade("head"));
        isClean(migrations);
    }

    private boolean hasSchema() {
        return count(db, "information_schema.schemata where schema_name = '" + SCHEMA + "'") == 1;
    }

    @Test
    void aTableThereThatNoModelHasAnyMoreIsDropped() {
        Migrations first = migrations(db);
        run(first.autogenerate("first"));
        run(first.upgrade("head"));
        Migrations second = migrations(open(V1)).withDestructive();

        assertThat(await(second.autogenerate("no entries")).operations())
                .first()
                .satisfies(operation -> {
                    assertThat(operation.description()).isEqualTo("Detected removed table '" + ENTRY + "'");
                    assertThat(operation.destructive()).isTrue();
                });
        run(second.upgrade("head"));

        isClean(second);
        assertThat(await(db.exists(ENTRY))).isFalse();
    }

    @Test
    void whatElseIsInTheSchemaIsLeftAlone() {
        execute(
                db,
                "create schema " + SCHEMA,
                "create table " + SCHEMA + ".ledger (id integer primary key)",
                "create sequence " + SCHEMA + ".numbers");
        Migrations migrations = migrations(db);

        run(migrations.autogenerate("first"));
        run(migrations.upgrade("head"));

        isClean(migrations);
        run(migrations.withDestructive().downgrade("base"));
        assertThat(count(db, SCHEMA + ".ledger")).isZero();
    }

    @Test
    void whatCreateAllMadeDiffersInNothing() {
        await(db.createAll());
        await(db.createAll());

        assertThat(await(migrations(db).check())).isEmpty();
        assertThat(await(db.exists(ENTRY))).isTrue();
    }

    @Test
    void syncAndCreateFindTheTables() {
        Migrations migrations = migrations(db);
        assertThat(await(migrations.status())).isEqualTo(DatabaseStatus.NO_INFO);

        assertThat(await(migrations.sync())).isEqualTo(SyncResult.CREATED);

        assertThat(await(migrations.sync())).isEqualTo(SyncResult.ALREADY_UP_TO_DATE);
        run(migrations.create());
        execute(db, "drop table " + ENTRY);
        assertThat(await(migrations.status())).isEqualTo(DatabaseStatus.INCOMPLETE);
        assertThat(await(migrations.sync())).isEqualTo(SyncResult.CREATED);
        assertThat(await(migrations.check())).isEmpty();
        run(migrations.drop());
        assertThat(await(db.reflect()).tables()).isEmpty();
    }

    @Test
    void aBaselineTellsOfTheTable() {
        await(db.createAll());
        Migrations migrations = migrations(db);

        Autogeneration made = await(migrations.baseline("as it was"));

        assertThat(descriptions(made.operations())).contains("Detected added table '" + ENTRY + "'");
        isClean(migrations);
    }

    /** The connection's own one can be named, too, by one model and not by the next. */
    @Test
    void theSchemaOfTheConnectionMayBeNamed() {
        if (isMariaDb()) {
            execute(db, "create database " + SCHEMA);
            url = url.replaceFirst("/[^/?]+($|\\?)", "/" + SCHEMA + "$1");
        }
        Class<?> named = isMariaDb() ? InCatalog.Entry.class : InOwnSchema.Entry.class;
        String table = isMariaDb() ? ENTRY : "public.entry";
        Database own = open(List.of(V1.get(0), V1.get(1), named));
        Migrations migrations = migrations(own);

        run(migrations.autogenerate("first"));
        run(migrations.upgrade("head"));

        isClean(migrations);
        assertThat(await(own.exists(table))).isTrue();
        assertThat(await(migrations.sync())).isEqualTo(SyncResult.ALREADY_UP_TO_DATE);
        await(own.createAll());
        run(migrations.withDestructive().downgrade("base"));
        assertThat(await(own.reflect()).tables()).extracting(Table::name).containsExactly("alembic_version");
        await(own.createAll());
        await(own.createAll());
        await(own.dropAll());
        assertThat(await(own.exists(table))).isFalse();
    }

    private static void isClean(Migrations migrations) {
        assertThat(descriptions(await(migrations.check()))).isEmpty();
        assertThat(await(migrations.autogenerate("again")).revision()).isNull();
    }

    private static List<String> descriptions(List<Operation> operations) {
        return operations.stream().map(Operation::description).toList();
    }

    static class InSchema {
        @Entity(name = "Entry")
        @jakarta.persistence.Table(schema = SCHEMA)
        static class Entry {
            @Id
            @GeneratedValue(strategy = GenerationType.SEQUENCE)
            @Nullable Long id;

            @ManyToOne
            dev.unirow.migrate.tests.v1.@Nullable Team team;
        }
    }

    static class WiderInSchema {
        @Entity(name = "Entry")
        @jakarta.persistence.Table(schema = SCHEMA)
        static class Entry {
            @Id
            @GeneratedValue(strategy = GenerationType.SEQUENCE)
            @Nullable Long id;

            @ManyToOne
            dev.unirow.migrate.tests.v1.@Nullable Team team;

            @Column(unique = true)
            @Nullable String remark;
        }
    }

    static class InCatalog {
        @Entity(name = "Entry")
        @jakarta.persistence.Table(catalog = SCHEMA)
        static class Entry {
            @Id
            @GeneratedValue(strategy = GenerationType.IDENTITY)
            @Nullable Long id;

            @ManyToOne
            @Nullable Entry before;
        }
    }

    static class WiderInCatalog {
        @Entity(name = "Entry")
        @jakarta.persistence.Table(catalog = SCHEMA)
        static class Entry {
            @Id
            @GeneratedValue(strategy = GenerationType.IDENTITY)
            @Nullable Long id;

            @ManyToOne
            @Nullable Entry before;

            @Column(unique = true)
            @Nullable String remark;
        }
    }

    static class BySequence {
        @Entity(name = "Note")
        @jakarta.persistence.Table(name = "note")
        static class Note {
            @Id
            @GeneratedValue(strategy = GenerationType.SEQUENCE)
            @Nullable Long id;

            @ManyToOne
            dev.unirow.migrate.tests.v1.@Nullable Team team;
        }
    }

    static class ByIdentity {
        @Entity(name = "Note")
        @jakarta.persistence.Table(name = "note")
        static class Note {
            @Id
            @GeneratedValue(strategy = GenerationType.IDENTITY)
            @Nullable Long id;

            @ManyToOne
            @Nullable Note before;
        }
    }

    static class InOwnSchema {
        @Entity(name = "Entry")
        @jakarta.persistence.Table(schema = "public")
        static class Entry {
            @Id
            @GeneratedValue(strategy = GenerationType.SEQUENCE)
            @Nullable Long id;

            @ManyToOne
            dev.unirow.migrate.tests.v1.@Nullable Team team;
        }
    }
}
