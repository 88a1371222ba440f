package dev.unirow.session.tests.query;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.session.tests.DatabaseContract;
import dev.unirow.session.tests.models.Pet;
import dev.unirow.session.tests.models.Tag;
import dev.unirow.session.tests.models.User;
import dev.unirow.testing.EachDatabase;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The examples of the page about SQL. */
@EachDatabase
class SqlPageContract extends DatabaseContract {
    // region record
    record Named(String name, int letters) {}
    // endregion

    @Test
    void theExamplesRun() {
        User ann = committedUser("ann");
        await(db.begin(
                session -> session.insertAll(new Pet("phroge", ann), new Pet("chonky", ann), new Pet("tom", ann))));

        // region rows
        Uni<List<Named>> longest = db.read(
                session -> session.sql("""
                        select name, length(name) as letters from pet
                        where name <> :name order by letters desc, name
                        """).bind("name", "tom").as(Named.class).all());
        // endregion
        assertThat(await(longest)).containsExactly(new Named("chonky", 6), new Named("phroge", 6));

        // region kinds
        Uni<Void> renamed = db.begin(session -> {
            session.add(new Tag("new", "sent before the first statement"));
            return session.sql("select id from pet where name in (:names)")
                    .bind("names", List.of("phroge", "chonky"))
                    .as(Pet.class) // models, which this session tracks
                    .all()
                    .invoke(pets -> pets.forEach(pet -> pet.setName(pet.name() + "!")))
                    .chain(() -> session.sql("select count(*) from pet where name like '%!'")
                            .as(Long.class) // the only column
                            .one())
                    .chain(count -> session.sql("update tag set text = ? where label = ?")
                            .bindAll(count + " pets renamed", "new")
                            .execute())
                    .replaceWithVoid();
        });
        // endregion
        await(renamed);
        assertThat(readElsewhere(Tag.class, "new").text()).isEqualTo("2 pets renamed");

        // region maps
        Uni<List<Map<String, Object>>> pets =
                db.read(session -> session.sql("select * from pet order by name").asMaps().stream()
                        .select()
                        .first(2)
                        .collect()
                        .asList());
        // endregion
        assertThat(await(pets)).extracting(row -> row.get("name")).containsExactly("chonky!", "phroge!");
    }
}
