package dev.unirow.schema.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Schema;
import dev.unirow.schema.engine.Schemas;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tables that refer to each other in a circle, and delete their rows so, are dropped on SQLite. */
class SqliteCircleTest {
    @Test
    void dropAllTakesApartACircleThatDeletesItsRows() {
        try (JdbcRunner database = JdbcRunner.sqlite()) {
            Schema circle = deletingCircle(database);

            database.migrate(Schemas.dropAll(DatabaseKind.SQLITE, circle, Set.of("a", "b", "c")));

            assertThat(database.tables()).isEmpty();
        }
    }

    @Test
    void aMigrationDropsACircleThatDeletesItsRows() {
        try (JdbcRunner database = JdbcRunner.sqlite()) {
            Schema circle = deletingCircle(database);

            database.migrate(Schemas.render(
                    DatabaseKind.SQLITE, circle, Schemas.diff(DatabaseKind.SQLITE, circle, Schema.empty())));

            assertThat(database.tables()).isEmpty();
        }
    }

    // whichever goes first, another one's rows are deleted that refers to it
    private static Schema deletingCircle(JdbcRunner database) {
        for (List<String> names : List.of(List.of("a", "b", "c"), List.of("b", "c", "a"), List.of("c", "a", "b"))) {
            database.run("create table %1$s (id integer primary key, code text unique, %2$s integer, %3$s text, "
                            .formatted(names.toArray())
                    + "foreign key (%2$s) references %2$s (id) on delete cascade, foreign key (%3$s) references %3$s (code) on delete set null)"
                            .formatted(names.toArray()));
        }
        database.run("pragma foreign_keys = off");
        for (String name : List.of("a", "b", "c")) {
            database.run("insert into " + name + " values (1, 'x', 1, 'x')");
        }
        database.run("pragma foreign_keys = on");
        return Schemas.live(DatabaseKind.SQLITE, database).await().indefinitely();
    }
}
