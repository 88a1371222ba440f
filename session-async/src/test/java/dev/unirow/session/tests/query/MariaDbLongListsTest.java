package dev.unirow.session.tests.query;

import static dev.unirow.query.Queries.col;
import static dev.unirow.query.Queries.delete;
import static dev.unirow.query.Queries.hql;
import static dev.unirow.query.Queries.not;
import static dev.unirow.query.Queries.select;
import static dev.unirow.query.Queries.update;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.query.Condition;
import dev.unirow.session.Database;
import dev.unirow.session.tests.models.Everything;
import dev.unirow.testing.DatabaseKind;
import dev.unirow.testing.MariaDbServer;
import dev.unirow.testing.OnDatabase;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Texts of a table that another program made compare by its collation, in a list of any length. */
@OnDatabase(DatabaseKind.MARIADB)
class MariaDbLongListsTest {
    private static final List<String> SHORT = List.of("k\u00c4", "\ud83d\ude00 X", "b ");
    private static final List<String> LONG = Stream.concat(
                    SHORT.stream(), IntStream.range(0, 31_000).mapToObj(i -> "none " + i))
            .toList();

    private Database db;

    @BeforeEach
    void openDatabase() {
        String database = MariaDbServer.createDatabase();
        db = Database.open(MariaDbServer.url(database), Everything.class);
        await(db.createAll());
        MariaDbServer.execute(
                database,
                "alter table everything modify name varchar(100) character set utf8mb4 collate utf8mb4_general_ci");
        await(db.begin(session -> session.insertAll(
                        List.of(row(1, "K\u00e4"), row(2, "\ud83d\ude00 x"), row(3, "B"), row(4, "c")))
                .replaceWithVoid()));
    }

    @AfterEach
    void closeDatabase() {
        db.close();
    }

    private static Everything row(int small, String name) {
        Everything row = new Everything();
        row.small = small;
        row.name = name;
        return row;
    }

    private List<Integer> found(Condition<Object> condition) {
        return await(db.read(session -> session.all(select(Everything.class).where(condition)))).stream()
                .map(row -> row.small)
                .sorted()
                .toList();
    }

    private List<Integer> foundInLowerCase(List<String> names) {
        return await(db.read(session -> session.all(
                hql(Integer.class, "select e.small from Everything e where lower(e.name) in :names order by e.small")
                        .with("names", names))));
    }

    @Test
    void shortAndLongListsFindTheSameRows() {
        assertThat(found(col("name").in(SHORT))).isEqualTo(found(col("name").in(LONG)));
        assertThat(found(not(col("name").in(SHORT))))
                .isEqualTo(found(not(col("name").in(LONG))));
        assertThat(foundInLowerCase(SHORT)).isEqualTo(foundInLowerCase(LONG));
        assertThat(found(col("name").in(LONG))).containsExactly(1, 2, 3);
    }

    @Test
    void changesOfManyRowsCompareAlike() {
        int changed = await(db.begin(session -> session.execute(
                update(Everything.class).set("large", 7L).where(col("name").in(LONG)))));
        int deleted = await(db.begin(session ->
                session.execute(delete(Everything.class).where(col("name").in(LONG)))));

        assertThat(changed).isEqualTo(3);
        assertThat(deleted).isEqualTo(3);
    }
}
