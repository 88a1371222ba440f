package dev.unirow.migrate.tests;

import static dev.unirow.migrate.tests.RunnerContract.run;
import static dev.unirow.session.Await.await;
import static dev.unirow.testing.Capability.PERSISTENCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.migrate.Migrations;
import dev.unirow.migrate.tests.keys.Assigned;
import dev.unirow.migrate.tests.keys.ByIdentity;
import dev.unirow.migrate.tests.keys.ByNamedSequence;
import dev.unirow.migrate.tests.keys.BySequence;
import dev.unirow.migrate.tests.keys.ByShortSequence;
import dev.unirow.migrate.tests.keys.ByTable;
import dev.unirow.migrate.tests.keys.Numbered;
import dev.unirow.migrate.tests.keys.ToyByNamedSequence;
import dev.unirow.session.Database;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys that come from somewhere else after a revision than before it. */
@EachDatabase
class KeySourceContract extends MigrationFixture {
    /** More than a block of any generator. */
    private static final int MANY = 120;

    private static final int LAST = 73;

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of(ByIdentity.class, BySequence.class),
                Arguments.of(ByIdentity.class, ByTable.class),
                Arguments.of(Assigned.class, BySequence.class),
                Arguments.of(BySequence.class, ByIdentity.class),
                Arguments.of(BySequence.class, ByNamedSequence.class),
                Arguments.of(BySequence.class, ByTable.class));
    }

    private static <T extends Numbered> List<Integer> add(Database db, Class<T> model, int count) {
        List<Numbered> added = Stream.generate(() -> made(model)).limit(count).toList();
        await(db.begin(session -> {
            session.addAll(added.toArray());
            return session.flush();
        }));
        return added.stream().map(row -> Objects.requireNonNull(row.id())).toList();
    }

    private static Numbered made(Class<? extends Numbered> model) {
        try {
            return model.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void fill(Database db, String table) {
        for (int id : new int[] {1, 2, LAST}) {
            execute(db, "insert into " + table + " (id) values (" + id + ")");
        }
    }

    @ParameterizedTest
    @MethodSource("changes")
    void newKeysAreBehindThoseThatAreThere(Class<?> before, Class<? extends Numbered> after) {
        Database db = open(List.of(after));
        createTables(db, List.of(before), UnaryOperator.identity());
        fill(db, "pet");
        Migrations migrations = migrations(db).withDestructive();
        run(migrations.autogenerate("other keys"));
        run(migrations.upgrade("head"));

        assertThat(add(db, after, MANY)).hasSize(MANY).doesNotHaveDuplicates().allMatch(id -> id > LAST);

        assertThat(count(db, "pet")).isEqualTo(3 + MANY);
        assertThat(await(migrations.check())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("changes")
    @Requires(PERSISTENCE)
    void keysThatWereMadeAreThereOnTheWayBackToo(Class<?> before, Class<? extends Numbered> after) {
        Assumptions.assumeFalse(before == Assigned.class, "The keys are nobody's there.");
        Class<? extends Numbered> first = before.asSubclass(Numbered.class);
        Database db = open(List.of(after));
        createTables(db, List.of(first), UnaryOperator.identity());
        fill(db, "pet");
        Migrations migrations = migrations(db).withDestructive();
        run(migrations.autogenerate("other keys"));
        run(migrations.upgrade("head"));
        List<Integer> there = add(db, after, MANY);
        run(migrations.downgrade("base"));

        List<Integer> added = add(open(List.of(first)), first, MANY);

        assertThat(added).hasSize(MANY).doesNotHaveDuplicates().doesNotContainAnyElementsOf(there);
        assertThat(count(db, "pet")).isEqualTo(3 + 2 * MANY);
    }

    static Stream<Arguments> sizes() {
        return Stream.of(
                Arguments.of(BySequence.class, ByShortSequence.class),
                Arguments.of(ByShortSequence.class, BySequence.class));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    @Requires(PERSISTENCE)
    void anotherSizeOfBlocksGivesNoKeyTwice(Class<? extends Numbered> before, Class<? extends Numbered> after) {
        Database old = open(List.of(before));
        await(old.createAll());
        List<Integer> there = add(old, before, LAST);
        Database db = open(List.of(after));
        Migrations migrations = migrations(db).withDestructive();
        run(migrations.autogenerate("other blocks"));
        run(migrations.upgrade("head"));

        assertThat(add(db, after, MANY)).doesNotHaveDuplicates().doesNotContainAnyElementsOf(there);

        assertThat(await(migrations.check())).isEmpty();
    }

    @Test
    void aSequenceOfSeveralTablesIsBehindAllOfThem() {
        Database db = open(List.of(ByNamedSequence.class, ToyByNamedSequence.class));
        createTables(
                db,
                List.of(ByNamedSequence.class, ToyByNamedSequence.class),
                schema -> schema.withSequences(List.of()).without("ids"));
        fill(db, "toy");
        execute(db, "insert into pet (id) values (4)");
        Migrations migrations = migrations(db).withDestructive();
        run(migrations.autogenerate("a sequence"));
        run(migrations.upgrade("head"));

        assertThat(add(db, ByNamedSequence.class, MANY)).allMatch(id -> id > LAST);
        assertThat(add(db, ToyByNamedSequence.class, MANY)).allMatch(id -> id > LAST);
    }

    @Test
    void withoutRowsKeysBeginWithOne() {
        Database db = open(List.of(BySequence.class));
        createTables(db, List.of(ByIdentity.class), UnaryOperator.identity());
        Migrations migrations = migrations(db).withDestructive();
        run(migrations.autogenerate("other keys"));
        run(migrations.upgrade("head"));

        assertThat(add(db, BySequence.class, 3)).containsExactly(1, 2, 3);
    }
}
