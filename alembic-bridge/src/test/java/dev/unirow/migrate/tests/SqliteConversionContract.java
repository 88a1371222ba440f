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
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Operation;
import dev.unirow.schema.Schema;
import dev.unirow.schema.engine.Schemas;
import dev.unirow.session.Database;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of the values when SQLite copies a table because a column has another type. */
@EachDatabase
@Requires(TABLE_COPIES)
class SqliteConversionContract extends MigrationFixture {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            date         | timestamp     | '2024-02-29'                 | '2024-02-29 00:00:00'
            timestamp    | date          | '2024-02-29 10:30:00.500000' | '2024-02-29'
            timestamp    | time(6)       | '2024-02-29 10:30:00.500000' | '10:30:00.500000'
            timestamp    | varchar(30)   | '2024-02-29 10:30:00'        | '2024-02-29 10:30:00'
            varchar(30)  | date          | '2024-02-29'                 | '2024-02-29'
            varchar(30)  | timestamp     | '2024-02-29T10:30'           | '2024-02-29 10:30:00'
            varchar(30)  | timestamp     | '2024-02-29 10:30:15.5'      | '2024-02-29 10:30:15.500000'
            varchar(30)  | timestamp     | '2024-02-29 10:30:15.000000' | '2024-02-29 10:30:15'
            varchar(30)  | time(6)       | '10:30'                      | '10:30:00'
            varchar(30)  | boolean       | 'True'                       | 1
            varchar(30)  | boolean       | 'off'                        | 0
            varchar(30)  | integer       | '17'                         | 17
            varchar(30)  | float         | '1.5'                        | 1.5
            varchar(30)  | numeric(10,2) | '1.25'                       | 1.25
            boolean      | varchar(5)    | 1                            | 'true'
            boolean      | integer       | 1                            | 1
            integer      | boolean       | 7                            | 1
            integer      | varchar(5)    | 17                           | '17'
            integer      | float         | 17                           | 17.0
            bigint       | numeric(19,0) | 9223372036854775807          | 9223372036854775807
            float        | integer       | 2.5                          | 3
            numeric(19,0)| integer       | 9223372036854775807          | 9223372036854775807
            float        | numeric(10,2) | 1.125                        | 1.13
            varchar(9)   | varchar(5)    | 'ab'                         | 'ab'
            date         | integer       | null                         | null
            """)
    void valuesBecomeWhatConditionsFind(String from, String to, String before, String after) {
        Database db = open(List.of());
        Migrations migrations = changing(db, from, to, before);

        run(migrations.upgrade("head"));

        assertThat(stored(db)).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            varchar(30)   | integer       | '17x'                | must be a whole number
            varchar(30)   | integer       | '1.5'                | must be a whole number
            varchar(30)   | float         | ''                   | must be a number
            varchar(30)   | boolean       | 'perhaps'            | must be true or false
            varchar(30)   | date          | '2024-02-31'         | must be a date
            varchar(30)   | timestamp     | '2024-02-29T25:00'   | must be a date and a time
            varchar(30)   | time(6)       | '29:00'              | must be a time
            varchar(9)    | varchar(5)    | '123456'             | must have at most 5 characters
            integer       | varchar(5)    | 123456               | must have at most 5 characters
            integer       | numeric(5,2)  | 1000                 | must be a number with at most 3 digits before the point
            numeric(10,2) | numeric(5,2)  | 1000.25              | must be a number with at most 3 digits before the point
            date          | integer       | '2024-02-29'         | must be null to become integer
            integer       | date          | 170                  | must be null to become date
            """)
    void whatCannotBeConvertedIsRefused(String from, String to, String value, String rule) {
        Database db = open(List.of());
        Migrations migrations = changing(db, from, to, value);
        String before = stored(db);

        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> run(migrations.upgrade("head")))
                .withMessageContaining("A value breaks a check of its table (table 'pet', constraint 'n " + rule + "'")
                .satisfies(failure -> assertThat(reason(failure))
                        .doesNotContain("_unirow_batch")
                        .doesNotContain(value));

        assertThat(stored(db)).isEqualTo(before);
        assertThat(await(migrations.versions())).isEmpty();
    }

    private static String reason(Throwable failure) {
        String line = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        return line.substring(line.indexOf("A value"));
    }

    /** A table {@code pet} of one row, and a revision that changes the type of its column {@code n}. */
    private Migrations changing(Database db, String from, String to, String value) {
        execute(
                db,
                "create table pet (id integer primary key, n " + from + ")",
                "insert into pet (id, n) values (1, " + value + ")");
        Schema before = await(db.reflect());
        Column column = before.table("pet").orElseThrow().column("n").orElseThrow();
        Operation change =
                new ColumnOperation.AlterColumn("pet", column, column.withType(to), ColumnAspect.TYPE, false, false);
        revision(
                "a1",
                "",
                "-- upgrade\n" + String.join(";\n", Schemas.render(DatabaseKind.SQLITE, before, List.of(change)))
                        + ";\n-- downgrade\nselect 1;\n");
        return migrations(db);
    }

    private static String stored(Database db) {
        return await(db.connect(connection -> connection.select("select quote(n) as n from pet"))).stream()
                .map(row -> String.valueOf(row.get("n")))
                .findFirst()
                .orElse("none")
                .replaceAll("^NULL$", "null");
    }
}
