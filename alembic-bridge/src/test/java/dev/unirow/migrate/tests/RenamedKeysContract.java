package dev.unirow.migrate.tests;

import static dev.unirow.migrate.tests.RunnerContract.run;
import static dev.unirow.session.Await.await;
import static dev.unirow.testing.Capability.PERSISTENCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.migrate.Migrations;
import dev.unirow.migrate.revision.Autogeneration;
import dev.unirow.migrate.tests.keys.BySequence;
import dev.unirow.migrate.tests.keys.Numbered;
import dev.unirow.schema.Operation;
import dev.unirow.session.Database;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The numbers that keys are made of, where their table gets a new name. */
@EachDatabase
class RenamedKeysContract extends MigrationFixture {
    @Entity(name = "Animal")
    @Table(name = "animal")
    static class AnimalBySequence implements Numbered {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        private @Nullable Integer id;

        @Override
        public @Nullable Integer id() {
            return id;
        }
    }

    @Entity(name = "Pet")
    @Table(name = "pet")
    static class PetByTable implements Numbered {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE)
        private @Nullable Integer id;

        @Override
        public @Nullable Integer id() {
            return id;
        }
    }

    /** A name that needs quotes, which Hibernate writes into the row that counts its keys. */
    @Entity(name = "Animal")
    @Table(name = "order")
    static class OrderByTable implements Numbered {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE)
        private @Nullable Integer id;

        @Override
        public @Nullable Integer id() {
            return id;
        }
    }

    @Entity(name = "Pet")
    @Table(name = "pet")
    static class PetByGenerator implements Numbered {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE, generator = "numbers")
        @TableGenerator(name = "numbers", table = "numbers", pkColumnName = "who", valueColumnName = "last")
        private @Nullable Integer id;

        @Override
        public @Nullable Integer id() {
            return id;
        }
    }

    @Entity(name = "Animal")
    @Table(name = "Zoo Animal")
    static class ZooByGenerator implements Numbered {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE, generator = "numbers")
        @TableGenerator(name = "numbers", table = "numbers", pkColumnName = "who", valueColumnName = "last")
        private @Nullable Integer id;

        @Override
        public @Nullable Integer id() {
            return id;
        }
    }

    @Entity(name = "Pet")
    @Table(name = "pet")
    static class PetByIds implements Numbered {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
        @SequenceGenerator(name = "ids", sequenceName = "pet_ids")
        private @Nullable Integer id;

        @Override
        public @Nullable Integer id() {
            return id;
        }
    }

    @Entity(name = "Animal")
    @Table(name = "animal")
    static class AnimalByIds implements Numbered {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ids")
        @SequenceGenerator(name = "ids", sequenceName = "animal_ids")
        private @Nullable Integer id;

        @Override
        public @Nullable Integer id() {
            return id;
        }
    }

    /** A table with another name before and after. */
    enum Renamed {
        SEQUENCE(BySequence.class, AnimalBySequence.class, "pet=animal"),
        NAMED_SEQUENCE(PetByIds.class, AnimalByIds.class, "pet=animal", "pet_ids=animal_ids"),
        TABLE(PetByTable.class, OrderByTable.class, "pet=order"),
        TABLE_GENERATOR(PetByGenerator.class, ZooByGenerator.class, "pet=Zoo Animal");

        final Class<? extends Numbered> before;
        final Class<? extends Numbered> after;
        final List<String> renames;

        Renamed(Class<? extends Numbered> before, Class<? extends Numbered> after, String... renames) {
            this.before = before;
            this.after = after;
            this.renames = List.of(renames);
        }
    }

    private static void add(Database db, Class<? extends Numbered> model, List<Integer> keys) {
        Numbered row;
        try {
            row = model.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        await(db.begin(session -> {
            session.add(row);
            return session.flush();
        }));
        keys.add(Objects.requireNonNull(row.id()));
    }

    @ParameterizedTest
    @EnumSource
    @Requires(PERSISTENCE)
    void keysGoOnAfterThoseThatAreThere(Renamed renamed) {
        Database old = open(List.of(renamed.before));
        run(migrations(old).autogenerate("first"));
        run(migrations(old).upgrade("head"));
        List<Integer> keys = new ArrayList<>();
        add(old, renamed.before, keys);
        Database db = open(List.of(renamed.after));
        Migrations migrations = migrations(db).withRenames(renamed.renames);

        Autogeneration made = await(migrations.autogenerate("a new name"));
        assertThat(made.operations()).noneMatch(Operation::destructive);
        assertThat(made.elsewhere().values())
                .allSatisfy(operations -> assertThat(operations).noneMatch(Operation::destructive));
        run(migrations.upgrade("head"));

        assertThat(await(migrations(db).check())).isEmpty();
        add(db, renamed.after, keys);
        run(migrations.downgrade("-1"));
        add(open(List.of(renamed.before)), renamed.before, keys);
        run(migrations.upgrade("head"));
        add(open(List.of(renamed.after)), renamed.after, keys);
        assertThat(keys).hasSize(4).isSorted().doesNotHaveDuplicates();
        assertThat(await(migrations(db).check())).isEmpty();
    }

    @Test
    @Requires(PERSISTENCE)
    void aSequenceThatIsATableIsNoLossOnTheWayBack() {
        Database db = open(List.of(BySequence.class));
        run(migrations(db).autogenerate("first"));
        run(migrations(db).upgrade("head"));
        add(db, BySequence.class, new ArrayList<>());
        execute(db, "delete from pet");

        run(migrations(db).downgrade("base"));

        assertThat(await(migrations(db).versions())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aRevisionThatIsMadeFromTheTablesAloneRenamesThemToo(Renamed renamed) {
        Database db = open(List.of(renamed.after));
        createTables(db, List.of(renamed.before), UnaryOperator.identity());
        Migrations migrations = migrations(db).withRenames(renamed.renames);

        assertThat(await(migrations.autogenerate("a new name")).operations()).noneMatch(Operation::destructive);
        run(migrations.upgrade("head"));

        assertThat(await(migrations(db).check())).isEmpty();
        run(migrations.downgrade("base"));
        run(migrations.upgrade("head"));
        assertThat(await(migrations(db).check())).isEmpty();
    }
}
