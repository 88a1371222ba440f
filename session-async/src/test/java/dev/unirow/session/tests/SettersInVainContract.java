package dev.unirow.session.tests;

import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;
import static dev.unirow.session.ScopeOptions.options;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.model.Models;
import dev.unirow.session.AsyncSession;
import dev.unirow.session.tests.models.Dog;
import dev.unirow.session.tests.models.Keeper;
import dev.unirow.testing.CapturedLog;
import dev.unirow.testing.EachDatabase;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What setters of specs, and others that say what they set, say where nothing of what they set is written. */
@EachDatabase
class SettersInVainContract extends DatabaseContract {
    private static final String KEEPERS =
            "A session that only reads writes nothing of what was set in it: name of a Keeper. Set it in begin(…), or save(…) "
                    + "the model in one after this session. Nothing is said of other setters of Keeper.";

    private Dog dog;
    private CapturedLog log;

    @Override
    public Class<?>[] models() {
        return new Class<?>[] {Keeper.class, Dog.class};
    }

    @BeforeEach
    void storeOne() {
        Keeper owner = new Keeper("chonky");
        dog = new Dog("phroge", owner);
        await(db.begin(session -> session.insert(owner).chain(() -> session.insert(dog))));
        log = CapturedLog.of(AsyncSession.class.getName());
    }

    @AfterEach
    void endLog() {
        log.close();
    }

    @Test
    void aSetterWarnsOnceAClassInRead() {
        await(db.read(session -> session.get(Keeper.class, 1).invoke(keeper -> {
            keeper.setName("secret");
            keeper.setName("other");
            Models.patch(keeper, Map.of("name", "third"));
        })));
        assertThat(log.lines()).containsExactly(KEEPERS);
        await(db.read(session -> session.all(select(Keeper.class))
                .invoke(keepers -> keepers.get(0).setName("other"))));
        assertThat(log.lines()).hasSize(1);

        await(db.read(session -> session.find(Dog.class, dog.id()).invoke(found -> found.setName("other"))));

        assertThat(log.lines()).hasSize(2);
        assertThat(log.lines().get(1)).contains("name of a Dog");
        assertThat(readElsewhere(Keeper.class, 1).name()).isEqualTo("chonky");
    }

    @Test
    void soItDoesInEverySessionThatOnlyReads() {
        await(db.begin(
                options().readOnly(),
                session -> session.get(Keeper.class, 1).invoke(keeper -> keeper.setName("other"))));
        assertThat(log.lines()).containsExactly(KEEPERS);
    }

    @Test
    void soItDoesInWhatIsFetchedAndWhatIsRefreshed() {
        await(db.read(session -> session.get(Dog.class, dog.id())
                .chain(found -> session.fetch(found.owner()))
                .call(session::refresh)
                .invoke(owner -> assertThat(log.lines()).isEmpty())
                .invoke(owner -> owner.setName("other"))));
        assertThat(log.lines()).containsExactly(KEEPERS);
    }

    @Test
    void soDoesAPatch() {
        await(db.read(session ->
                session.get(Keeper.class, 1).invoke(keeper -> Models.patch(keeper, Map.of("name", "a")))));
        assertThat(log.lines()).containsExactly(KEEPERS);
    }

    @Test
    void nothingIsSaidWhereTheChangeIsWritten() {
        await(db.begin(session -> session.get(Keeper.class, 1).invoke(keeper -> keeper.setName("other"))));
        assertThat(readElsewhere(Keeper.class, 1).name()).isEqualTo("other");
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void nothingIsSaidAfterTheSessionThatRead() {
        Keeper read = await(db.read(session -> session.get(Keeper.class, 1)));

        await(db.begin(session -> session.save(read.setName("other"))));

        assertThat(readElsewhere(Keeper.class, 1).name()).isEqualTo("other");
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void nothingIsSaidOfWhatTheSessionDoesNotTrack() {
        await(db.read(session -> session.get(Dog.class, dog.id()).chain(found -> {
            new Keeper("new").setName("other");
            Models.from(Keeper.class, Map.of("name", "other")).setName("another");
            Models.copy(found).setName("other");
            return session.detach(found).invoke(() -> found.setName("other"));
        })));
        await(db.read(session -> session.stream(select(Keeper.class))
                .invoke(keeper -> keeper.setName("other"))
                .collect()
                .asList()));
        assertThat(log.lines()).isEmpty();
    }
}
