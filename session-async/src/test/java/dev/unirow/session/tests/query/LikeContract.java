package dev.unirow.session.tests.query;

import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.session.Database;
import dev.unirow.session.tests.models.Place;
import dev.unirow.testing.Capability;
import dev.unirow.testing.DatabaseTarget;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SQLite takes LIKE in an index or a computed column for as long as no pragma has set how it compares. */
@EachDatabase
@Requires(Capability.PRAGMAS)
class LikeContract {
    DatabaseTarget target;

    @Test
    void indexesAndComputedColumnsMayUseIt() {
        try (Database db = Database.open(target.newDatabaseUrl(), Place.class)) {
            await(db.createAll());

            await(db.connect(c -> c.execute("insert into place (id, addr) values (1, 'Abc'), (2, 'bc')")));

            assertGoesOn(db);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pragma case_sensitive_like = on",
                "pragma case_sensitive_like = off",
                "PRAGMA/**/main.CASE_SENSITIVE_LIKE(1);"
            })
    void aProgramMaySetHowItComparesForOneConnection(String pragma) {
        try (Database db = Database.open(target.newDatabaseUrl(), Place.class)) {
            await(db.createAll());
            await(db.connect(c -> c.execute("insert into place (id, addr) values (1, 'Abc'), (2, 'bc')")));

            await(db.connect(c -> c.execute(pragma)));

            assertGoesOn(db);
        }
    }

    private static void assertGoesOn(Database db) {
        await(db.connect(c -> c.execute("create table mine (x)")));
        await(db.connect(c -> c.execute("create index ix_mine on mine (x) where x like 'a%'")));
        long places = await(db.session(s -> s.count(select(Place.class))));
        assertThat(places).isEqualTo(2);
        List<Map<String, Object>> found =
                await(db.connect(c -> c.select("select id from place where addr like 'a%' and first")));
        assertThat(found).containsExactly(Map.of("id", 1L));
        await(db.dropAll());
        await(db.createAll());
    }
}
