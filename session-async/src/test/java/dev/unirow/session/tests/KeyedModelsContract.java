package dev.unirow.session.tests;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.active.QuerySet;
import dev.unirow.model.Models;
import dev.unirow.session.tests.models.Cabinet;
import dev.unirow.session.tests.models.Cabinet.Folio;
import dev.unirow.testing.EachDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Models in maps are stored with their owner, whoever put them there. */
@EachDatabase
class KeyedModelsContract extends DatabaseContract {
    @Override
    public Class<?>[] models() {
        return new Class<?>[] {Cabinet.class, Folio.class};
    }

    private Cabinet read(Long id) {
        return await(db.read(session -> session.get(Cabinet.class, id).call(found -> session.fetch(found.folios()))));
    }

    @Test
    void theyAreMadeFromAMapAndStored() {
        Cabinet made = Models.from(
                Cabinet.class,
                "{\"room\":\"a\",\"folios\":{\"x\":{\"label\":\"x\",\"pages\":3},\"y\":{\"label\":\"y\"}}}");
        await(db.begin(session -> {
            session.add(made);
            return session.flush();
        }));
        await(QuerySet.of(Cabinet.class)
                .in(db)
                .create(Map.of("room", "b", "folios", Map.of("x", Map.of("label", "x", "pages", 4)))));

        assertThat(read(made.id()).folios()).containsOnlyKeys("x", "y");
        assertThat(read(made.id()).folios().get("x").pages()).isEqualTo(3);
        assertThat(rows("select label, pages from folio where cabinet_id = 2"))
                .extracting(row -> row.get("pages"))
                .asString()
                .isEqualTo("[4]");
    }

    @Test
    void aPatchChangesTheMapThatTheSessionWatches() {
        Cabinet made = await(QuerySet.of(Cabinet.class)
                .in(db)
                .create(Map.of("folios", Map.of("old", Map.of("label", "old")))));

        await(db.begin(session -> session.get(Cabinet.class, made.id())
                .call(found -> session.fetch(found.folios()))
                .invoke(found -> Models.patch(
                        found,
                        "{\"folios\":{\"new\":{\"label\":\"new\",\"pages\":1},\"more\":{\"label\":\"more\"}}}"))));

        assertThat(read(made.id()).folios()).containsOnlyKeys("new", "more");
        assertThat(List.copyOf(rows("select * from folio"))).hasSize(2);
    }
}
