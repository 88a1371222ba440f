package dev.unirow.migrate.tests;

import static dev.unirow.migrate.tests.RunnerContract.run;
import static dev.unirow.session.Await.await;
import static dev.unirow.testing.Capability.TABLE_COPIES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.unirow.migrate.Migrations;
import dev.unirow.migrate.exception.RevisionFailedException;
import dev.unirow.schema.Column;
import dev.unirow.schema.ColumnAspect;
import dev.unirow.schema.ColumnOperation;
import dev.unirow.schema.ConstraintOperation;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Generated;
import dev.unirow.schema.Index;
import dev.unirow.schema.Operation;
import dev.unirow.schema.Schema;
import dev.unirow.schema.Table;
import dev.unirow.schema.Unique;
import dev.unirow.schema.engine.Schemas;
import dev.unirow.session.Database;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Copying a table on SQLite: one that others refer to, one with computed columns. */
@EachDatabase
@Requires(TABLE_COPIES)
class SqliteBatchContract extends MigrationFixture {
    private static final String COPY = """
            -- upgrade
            -- batch parent (id, name)
            create table parent_new (id integer primary key, name varchar(99));
            insert into parent_new (id, name) select id, name from parent%s;
            drop table parent;
            alter table parent_new rename to parent;
            -- downgrade
            select 1;
            """;

    @SuppressWarnings("NullAway.Init") // opened before each test
    private Database db;

    @SuppressWarnings("NullAway.Init")
    private Migrations migrations;

    @BeforeEach
    void familyOfTwo() {
        db = open(List.of());
        migrations = migrations(db);
        execute(
                db,
                "create table parent (id integer primary key, name varchar(10))",
                "create table child (id integer primary key, parent_id integer references parent (id) on delete cascade)",
                "insert into parent values (1, 'Mum')",
                "insert into child values (1, 1)");
    }

    @Test
    void rowsThatReferToTheCopiedTableStay() {
        revision("a1", "", COPY.formatted(""));

        run(migrations.upgrade("head"));

        assertThat(count(db, "child where parent_id = (select id from parent)")).isEqualTo(1);
    }

    @Test
    void aCopyThatLosesRowsThatOthersReferToIsUndone() {
        revision("a1", "", COPY.formatted(" where id > 1"));

        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> run(migrations.upgrade("head")))
                .withMessageContaining("rows of 'child' would refer to rows that are not there");

        assertThat(count(db, "parent")).isEqualTo(1);
        assertThat(count(db, "child")).isEqualTo(1);
        assertThat(await(migrations.versions())).isEmpty();
    }

    @Test
    void aTableThatHasBecomeAnotherMeanwhileIsNotCopied() {
        revision("a1", "", COPY.formatted(""));
        execute(db, "alter table parent add column born date");

        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> run(migrations.upgrade("head")))
                .withMessageContaining(
                        "written for the table 'parent' with the columns id, name, but it has the columns id, name, born")
                .satisfies(failure -> assertThat(failure.line()).isEqualTo(6));
    }

    @Test
    void foreignKeysAreOnAgainAfterAFailure() {
        revision("a1", "", COPY.formatted(" where id > 1"));
        assertThatExceptionOfType(RevisionFailedException.class).isThrownBy(() -> run(migrations.upgrade("head")));

        execute(db, "delete from parent");

        assertThat(count(db, "child")).isZero();
    }

    @Test
    void aCopyWithValuesThatAreNotUniqueNamesTheConstraint() {
        execute(
                db,
                "create table pet (id integer primary key, name varchar(9), town varchar(9), unique (id, name))",
                "insert into pet values (1, 'Rex', 'Bonn')",
                "insert into pet values (2, 'Rex', 'Bonn')");
        Schema before = await(db.reflect());
        List<Operation> there = List.of(
                new ConstraintOperation.AddConstraint("pet", new Unique("uq_pet_town_name", List.of("town", "name"))));
        revision("a1", "", "-- upgrade\n" + script(before, there) + "-- downgrade\nselect 1;\n");

        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> run(migrations.upgrade("head")))
                .withMessageContaining(": A row with the same unique value exists already (table 'pet', constraint"
                        + " 'uq_pet_town_name', SQLSTATE 23505). The database is as it was before this revision.");
    }

    /** Changes of the table {@code pet} that SQLite's ALTER TABLE cannot make. */
    enum Change {
        LONGER_NAME {
            @Override
            List<Operation> of(Table pet) {
                Column name = column(pet, "n");
                return List.of(new ColumnOperation.AlterColumn(
                        "pet", name, name.withType("varchar(9)"), ColumnAspect.TYPE, false, false));
            }
        },
        ANOTHER_EXPRESSION {
            @Override
            List<Operation> of(Table pet) {
                Column twice = column(pet, "twice");
                Column thrice = twice.withGenerated(new Generated("a * 3", true));
                return List.of(new ColumnOperation.AlterColumn("pet", twice, thrice, ColumnAspect.GENERATED));
            }
        },
        NO_LONGER_COMPUTED {
            @Override
            List<Operation> of(Table pet) {
                Column twice = column(pet, "twice");
                return List.of(new ColumnOperation.AlterColumn(
                        "pet", twice, twice.withGenerated(null), ColumnAspect.GENERATED));
            }
        },
        ANOTHER_COMPUTED {
            @Override
            List<Operation> of(Table pet) {
                Column half = Column.of("half", "integer", true).withGenerated(new Generated("twice / 4", true));
                return List.of(new ColumnOperation.AddColumn("pet", half));
            }
        },
        NONE_COMPUTED {
            @Override
            List<Operation> of(Table pet) {
                Index index = pet.indexes().get(0);
                return List.of(
                        new ConstraintOperation.DropIndex("pet", index),
                        new ColumnOperation.DropColumn("pet", column(pet, "twice")));
            }
        };

        abstract List<Operation> of(Table pet);

        static Column column(Table table, String name) {
            return table.column(name).orElseThrow();
        }
    }

    static Stream<Arguments> changes() {
        return Stream.of(Change.values())
                .flatMap(change -> Stream.of("virtual", "stored").map(kept -> Arguments.of(change, kept)));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aTableWithAComputedColumnIsCopiedThereAndBackWithItsValues(Change change, String kept) {
        execute(
                db,
                "create table pet (id integer primary key, a integer, twice integer generated always as (a * 2) " + kept
                        + ", n varchar(5))",
                "create index ix_pet_twice on pet (twice)",
                "insert into pet (id, a, n) values (1, 21, 'Rex')");
        Schema before = await(db.reflect());
        List<Operation> there = change.of(before.table("pet").orElseThrow());
        Schema after = Schemas.apply(DatabaseKind.SQLITE, before, there);
        revision(
                "a1",
                "",
                "-- upgrade\n" + script(before, there) + "-- downgrade\n" + script(after, Schemas.inverse(there)));

        run(migrations.withDestructive().upgrade("head"));

        assertThat(count(db, "pet where id = 1 and a = 21 and n = 'Rex'")).isEqualTo(1);
        assertTableIsThatOf(after);

        run(migrations.downgrade("base"));

        assertThat(count(db, "pet where id = 1 and a = 21 and twice = 42 and n = 'Rex'"))
                .isEqualTo(1);
        assertTableIsThatOf(before);
    }

    private void assertTableIsThatOf(Schema wanted) {
        Schema live = await(db.reflect()).without("alembic_version");
        assertThat(Schemas.diff(DatabaseKind.SQLITE, live, wanted)).isEmpty();
    }

    private static String script(Schema from, List<Operation> operations) {
        return String.join(";\n", Schemas.render(DatabaseKind.SQLITE, from, operations)) + ";\n";
    }
}
