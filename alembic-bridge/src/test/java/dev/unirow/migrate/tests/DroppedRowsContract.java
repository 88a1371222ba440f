package dev.unirow.migrate.tests;

import static dev.unirow.migrate.tests.RunnerContract.run;
import static dev.unirow.session.Await.await;
import static dev.unirow.testing.Capability.PERSISTENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.unirow.migrate.Migrations;
import dev.unirow.migrate.cli.Main;
import dev.unirow.migrate.exception.DestructiveRevisionException;
import dev.unirow.session.Database;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A downgrade looks at what it drops before it runs anything. */
@EachDatabase
class DroppedRowsContract extends MigrationFixture {
    private static final String TABLES = """
            -- upgrade
            create table pet (id integer primary key, name varchar(20));
            create table "order" (id integer primary key);
            -- downgrade
            drop table if exists "order";
            drop table pet;
            """;

    @SuppressWarnings("NullAway.Init") // opened before each test
    private Database db;

    @SuppressWarnings("NullAway.Init")
    private Migrations migrations;

    private StringWriter err = new StringWriter();

    @BeforeEach
    void openDatabase() {
        db = open(List.of());
        migrations = migrations(db);
        revision("a1", "", quoted(TABLES));
    }

    private String quoted(String sql) {
        return switch (target.kind()) {
            case MARIADB -> sql.replace('"', '`');
            case POSTGRESQL, SQLITE_FILE, SQLITE_MEMORY -> sql;
        };
    }

    private void refuses(String target, String... losses) {
        assertThatExceptionOfType(DestructiveRevisionException.class)
                .isThrownBy(() -> run(migrations.downgrade(target)))
                .withMessageContaining("Nothing was run. Allow it with --allow-destructive")
                .satisfies(refused -> assertThat(refused.losses()).containsExactly(losses));
    }

    @Test
    void emptyTablesGoWithoutAQuestion() {
        run(migrations.upgrade("head"));

        run(migrations.downgrade("base"));

        assertThat(await(migrations.versions())).isEmpty();
    }

    @Test
    void whatIsNotThereIsNotLost() {
        Database withModels = Database.builder(url)
                .models(V1.toArray(Class<?>[]::new))
                .migrations(scripts)
                .open();
        revision("b2", "a1", """
                -- upgrade
                select 1;
                -- downgrade
                drop table if exists team;
                drop table if exists nowhere;
                """);
        Migrations own = Migrations.of(withModels);
        run(own.upgrade());

        assertThat(await(own.downgrade("-1"))).hasSize(1);
        withModels.close();
    }

    @Test
    void tablesWithRowsAreRefusedWithTheirNumber() {
        run(migrations.upgrade("head"));
        execute(db, "insert into pet values (1, 'phroge')", quoted("insert into \"order\" values (1), (2)"));

        refuses("base", "table 'order' with 2 rows (revision a1)", "table 'pet' with 1 row (revision a1)");

        assertThat(count(db, "pet")).isEqualTo(1);
        assertThat(await(migrations.versions())).containsExactly("a1");
        run(migrations.withDestructive().downgrade("base"));
        assertThat(await(migrations.versions())).isEmpty();
    }

    @Test
    void columnsWithValuesAreRefusedAndThoseWithoutAreNot() {
        revision("b2", "a1", """
                -- upgrade
                alter table pet add column species varchar(20);
                alter table pet add column age integer;
                -- downgrade
                alter table pet drop column age;
                alter table pet drop column species;
                """);
        run(migrations.upgrade("head"));
        execute(db, "insert into pet values (1, 'phroge', 'frog', null), (2, 'rex', null, null)");

        refuses("-1", "column 'pet.species' with 1 value (revision b2)");

        assertThat(count(db, "pet where species = 'frog'")).isEqualTo(1);
        execute(db, "update pet set species = null");
        run(migrations.downgrade("-1"));
        refuses("base", "table 'pet' with 2 rows (revision a1)");
    }

    @Test
    void whatWasRenamedIsLookedForUnderItsName() {
        revision("b2", "a1", """
                -- upgrade
                alter table pet rename column name to title;
                alter table pet rename to animal;
                -- downgrade
                alter table animal rename to pet;
                alter table pet rename column title to name;
                """);
        revision("c3", "b2", """
                -- upgrade
                alter table animal add column species varchar(20);
                -- downgrade
                alter table animal drop column species;
                """);
        run(migrations.upgrade("head"));
        execute(db, "insert into animal values (1, 'phroge', 'frog')");

        refuses("base", "table 'animal' with 1 row (revision a1)");

        assertThat(await(migrations.versions())).containsExactly("c3");
    }

    @Test
    void severalColumnsOfOneStatementAreLookedAt() {
        boolean several = target.altersTablesInPlace();
        revision("b2", "a1", """
                -- upgrade
                alter table pet add column species varchar(20);
                alter table pet add column age integer;
                -- downgrade
                %s
                """.formatted(several ? "alter table pet drop column age, drop species;" : """
                -- batch pet (id, name, species, age)
                create table _unirow_batch_pet (id integer primary key, name varchar(20), check (name <> ',x'));
                insert into _unirow_batch_pet (id, name) select id, name from pet;
                drop table pet;
                alter table _unirow_batch_pet rename to pet;"""));
        run(migrations.upgrade("head"));
        execute(db, "insert into pet values (1, 'phroge', 'frog', 3)");

        refuses(
                "-1",
                several
                        ? "column 'pet.age' with 1 value (revision b2)"
                        : "column 'pet.species' with 1 value (revision b2)",
                several
                        ? "column 'pet.species' with 1 value (revision b2)"
                        : "column 'pet.age' with 1 value (revision b2)");

        run(migrations.withDestructive().downgrade("-1"));
        assertThat(count(db, "pet where name = 'phroge'")).isEqualTo(1);
    }

    @Test
    @Requires(PERSISTENCE)
    void theCommandLineAsksWhoIsThereAndRunsNothingBeforeTheAnswer() {
        run(migrations.upgrade("head"));
        execute(db, "insert into pet values (1, 'phroge')");
        List<String> questions = new ArrayList<>();

        assertThat(command(null, "revert")).isEqualTo(3);
        assertThat(err.toString())
                .startsWith(
                        "FAILED: Data would be lost: table 'pet' with 1 row (revision a1). Nothing was run. Allow it"
                                + " with --allow-destructive");
        assertThat(command(question -> !questions.add(question), "downgrade", "base"))
                .isEqualTo(3);
        assertThat(err.toString()).isEqualTo("FAILED: Nothing was run.\n");
        assertThat(questions).containsExactly("Data would be lost: table 'pet' with 1 row (revision a1). Go on?");
        assertThat(count(db, "pet")).isEqualTo(1);

        assertThat(command(questions::add, "revert")).isZero();
        assertThat(questions).hasSize(2);
        assertThat(command(null, "migrate")).isZero();
        assertThat(command(question -> !questions.add(question), "revert")).isZero();
        assertThat(questions).hasSize(2);
        assertThat(command(null, "migrate")).isZero();
        execute(db, "insert into pet values (1, 'phroge')");
        assertThat(command(question -> !questions.add(question), "revert", "--allow-destructive"))
                .isZero();
        assertThat(questions).hasSize(2);
    }

    private int command(@Nullable Predicate<String> answers, String... args) {
        err = new StringWriter();
        Main main = Main.of(scripts)
                .withDatabase(() -> Database.open(url))
                .withOutput(new PrintWriter(new StringWriter()), new PrintWriter(err));
        return (answers == null ? main : main.withAnswers(answers)).run(args);
    }
}
