package dev.unirow.migrate.tests;

import static dev.unirow.migrate.tests.RunnerContract.run;
import static dev.unirow.testing.Capability.PERSISTENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.unirow.migrate.cli.Main;
import dev.unirow.migrate.exception.RevisionFailedException;
import dev.unirow.session.Database;
import dev.unirow.session.exception.NotNullViolationException;
import dev.unirow.testing.Capability;
import dev.unirow.testing.DatabaseKind;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said of a statement that a database refuses: why, and no value of a row. */
@EachDatabase
class FailureWordsContract extends MigrationFixture {
    private static final String PRIVATE = "ann@example.org";

    @SuppressWarnings("NullAway.Init") // opened before each test
    private Database db;

    private StringWriter err = new StringWriter();

    @BeforeEach
    void makeRows() {
        db = open(List.of());
        execute(
                db,
                "create table person (id integer primary key, mail varchar(40), nick varchar(40))",
                "insert into person values (1, '" + PRIVATE + "', null)",
                "insert into person values (2, '" + PRIVATE + "', 'bee')");
    }

    private RevisionFailedException failure(String statement) {
        revision("a1", "", "-- upgrade\n" + statement + ";\n");
        RevisionFailedException failure = catchThrowableOfType(
                RevisionFailedException.class, () -> run(migrations(db).upgrade("head")));
        if (target.kind() == DatabaseKind.MARIADB) {
            execute(db, "drop table if exists unirow_progress"); // of a revision that is not tried again
        }
        return failure;
    }

    @Test
    void whatIsWrongWithAStatementIsSaidAsTheDatabaseSaysIt() {
        Map<String, String> wrong = switch (target.kind()) {
            case POSTGRESQL ->
                Map.of(
                        "insert into nowhere values (1)",
                        "relation \"nowhere\" does not exist (SQLSTATE 42P01)",
                        "update person set nme = 'x'",
                        "column \"nme\" of relation \"person\" does not exist (SQLSTATE 42703)",
                        "selec 1",
                        "syntax error at or near \"selec\" (SQLSTATE 42601)",
                        "alter table person drop constraint fk_none",
                        "constraint \"fk_none\" of relation \"person\" does not exist (SQLSTATE 42704)",
                        "create index concurrently ix_mail on person (mail)",
                        "CREATE INDEX CONCURRENTLY cannot run inside a transaction block (SQLSTATE 25001)",
                        "create table nowhere.team (id int)",
                        "schema \"nowhere\" does not exist (SQLSTATE 3F000)");
            case MARIADB ->
                Map.of(
                        "insert into nowhere values (1)",
                        ".nowhere' doesn't exist (SQLSTATE 42S02)",
                        "update person set nme = 'x'",
                        "Unknown column 'nme' in 'SET' (SQLSTATE 42S22)",
                        "selec 1",
                        "near 'selec 1' at line 1 (SQLSTATE 42000)",
                        "alter table person drop constraint fk_none",
                        "Can't DROP CONSTRAINT `fk_none`; check that it exists (SQLSTATE 42000)",
                        "alter table person add constraint fk foreign key (id) references nowhere (id)",
                        "Foreign key constraint is incorrectly formed\") (SQLSTATE HY000)",
                        "alter table person add column at integer default (select 1)",
                        "(SQLSTATE HY000)");
            case SQLITE_FILE, SQLITE_MEMORY ->
                Map.of(
                        "insert into nowhere values (1)",
                        "no such table: nowhere.",
                        "update person set nme = 'x'",
                        "no such column: nme.",
                        "selec 1",
                        "near \"selec\": syntax error.",
                        "alter table person drop constraint fk_none",
                        "no such constraint: fk_none.",
                        "vacuum",
                        "cannot VACUUM from within a transaction.",
                        "alter table person add column at text not null",
                        "Cannot add a NOT NULL column with default value NULL.");
        };

        wrong.forEach((statement, words) -> assertThat(failure(statement))
                .as(statement)
                .hasMessageContaining(": The statement failed: ")
                .hasMessageContaining(words)
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("createAll")));
    }

    /** Objects that depend on another (2BP01), what is not supported (0A000), a value that came just now (55P04). */
    @Test
    @Requires(Capability.NAMED_ENUM_TYPES)
    void whatIsWrongWithTheStateOfTheSchemaIsSaidAsTheDatabaseSaysIt() {
        execute(
                db,
                "create view mails as select mail from person",
                "create type mood as enum ('glad')",
                "create table feeling (id integer primary key, mood mood)");
        Map<String, String> wrong = Map.of(
                "alter table person drop column mail",
                "cannot drop column mail of table person because other objects depend on it (SQLSTATE 2BP01)",
                "alter table person alter column mail type varchar(50)",
                "cannot alter type of a column used by a view or rule (SQLSTATE 0A000)",
                "alter type mood add value 'sad'; insert into feeling values (1, 'sad')",
                "unsafe use of new value \"sad\" of enum type mood (SQLSTATE 55P04)");

        wrong.forEach((statement, words) ->
                assertThat(failure(statement)).as(statement).hasMessageContaining(": The statement failed: " + words));
    }

    @Test
    void aValueThatDoesNotFitIsToldByItsPlace() {
        Map<String, String> unfit = switch (target.kind()) {
            case POSTGRESQL ->
                Map.of(
                        "alter table person alter column mail type varchar(5)",
                        "A text is too long for where it was to go (table 'person', column 'mail', SQLSTATE 22001).",
                        "alter table person alter column mail type integer using mail::integer",
                        "A value is not of the type that is wanted (table 'person', column 'mail', SQLSTATE 22P02).",
                        "alter table person add constraint uq_mail unique (mail)",
                        "A row with the same unique value exists already (table 'person', constraint 'uq_mail', SQLSTATE 23505).",
                        "update person set id = 1 where id = 2",
                        "A row with the same unique value exists already (table 'person', constraint 'person_pkey', SQLSTATE 23505).",
                        "do $$ begin raise exception 'found %', (select mail from person limit 1); end $$",
                        "(SQLSTATE P0001)");
            case MARIADB ->
                Map.of(
                        "alter table person modify mail varchar(5)",
                        "A value does not fit where it was to go (table 'person', column 'mail', SQLSTATE 01000).",
                        "alter table person modify mail integer",
                        "A value is not of the type that is wanted (table 'person', column 'mail', SQLSTATE 22007).",
                        "alter table person add constraint uq_mail unique (mail)",
                        "A row with the same unique value exists already (table 'person', constraint 'uq_mail', SQLSTATE 23000).",
                        "update person set mail = concat(mail, mail, mail)",
                        "A text is too long for where it was to go (table 'person', column 'mail', SQLSTATE 22001).",
                        "update person set id = mail",
                        "A value is not of the type that is wanted (table 'person', column 'id', SQLSTATE 22007).");
            case SQLITE_FILE, SQLITE_MEMORY ->
                Map.of(
                        "update person set id = mail",
                        "A value is not of the type that is wanted (table 'person', SQLSTATE 22000).",
                        "create unique index uq_mail on person (mail)",
                        "A row with the same unique value exists already (table 'person', constraint 'person.mail', SQLSTATE 23505).",
                        "update person set id = 1",
                        "A row with the same unique value exists already (table 'person', constraint 'person.id', SQLSTATE 23505).",
                        "select json_extract('{}', mail) from person",
                        "may quote values");
        };

        unfit.forEach((statement, words) -> assertThat(failure(statement))
                .as(statement)
                .hasMessageContaining(words)
                .satisfies(failure -> {
                    assertThat(failure.getMessage()).doesNotContain(PRIVATE).doesNotContain("mail, mail, mail))");
                    assertThat(failure.databaseWords()).isNotNull();
                }));
    }

    @Test
    void aColumnThatBecomesRequiredNamesItselfHoweverItIsWritten() {
        List<String> statements = switch (target.kind()) {
            case POSTGRESQL -> List.of("alter table person alter nick set not null, alter mail set not null");
            case MARIADB ->
                List.of(
                        "alter table person modify mail varchar(40), modify nick varchar(40) not null",
                        "alter table person change column nick alias varchar(40) not null",
                        "alter table person add column town varchar(9), modify `nick` varchar(40) not null");
            case SQLITE_FILE, SQLITE_MEMORY ->
                List.of("update person set mail = 'x'; create table other (nick text not null);"
                        + " insert into other select nick from person");
        };
        for (String statement : statements) {
            assertThat(failure(statement))
                    .as(statement)
                    .hasMessageContaining("A required value is missing (table '")
                    .hasMessageContaining("column 'nick'")
                    .hasCauseInstanceOf(NotNullViolationException.class);
        }
    }

    @Test
    @Requires(PERSISTENCE)
    void theCommandLineAddsTheWordsWhereItIsAskedTo() {
        String statement = target.kind() == DatabaseKind.POSTGRESQL
                ? "alter table person alter column mail type integer using mail::integer"
                : "update person set id = mail";
        revision("a1", "", "-- upgrade\n" + statement + ";\n");

        assertThat(command("migrate")).isEqualTo(4);
        assertThat(err.toString())
                .doesNotContain(PRIVATE)
                .contains("With --verbose, what the database said is printed, too; it may quote values of rows.");
        String words = target.kind() == DatabaseKind.SQLITE_FILE ? "datatype mismatch" : PRIVATE;
        for (List<String> asked : List.of(List.of("-v", "migrate"), List.of("migrate", "--verbose"))) {
            assertThat(command(asked.toArray(String[]::new))).isEqualTo(4);
            assertThat(err.toString())
                    .containsPattern("\nThe database said: .*" + words)
                    .doesNotContain("With --verbose");
        }
        assertThat(command("migrate", "--nothing")).isEqualTo(2);
        assertThat(err.toString())
                .containsPattern(
                        "--verbose +print also what the database said of a failure,\\s+which may quote values of rows");
    }

    private int command(String... args) {
        err = new StringWriter();
        return Main.of(scripts)
                .withDatabase(() -> Database.open(url))
                .withOutput(new PrintWriter(new StringWriter()), new PrintWriter(err))
                .run(args);
    }
}
