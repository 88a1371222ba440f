package dev.unirow.session.tests;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.model.DumpOptions;
import dev.unirow.model.InvalidModelException;
import dev.unirow.model.Models;
import dev.unirow.session.AsyncSession;
import dev.unirow.session.tests.models.Binder;
import dev.unirow.session.tests.models.Binder.Cover;
import dev.unirow.session.tests.models.Book;
import dev.unirow.session.tests.models.Shelf;
import dev.unirow.testing.EachDatabase;
import io.smallrye.mutiny.Uni;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.hibernate.Hibernate;
import org.hibernate.LazyInitializationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Collections that are not loaded: nothing judges them, shows them, or asks for them. */
@EachDatabase
class UnloadedCollectionsContract extends DatabaseContract {
    @Override
    public Class<?>[] models() {
        return new Class<?>[] {Binder.class, Shelf.class, Book.class};
    }

    @BeforeEach
    void storeABinder() {
        store(new Binder("a", "red", List.of("one", "two"), new Cover("tin", Set.of("cat"))));
    }

    private Binder unloaded() {
        Binder binder = readElsewhere(Binder.class, "a");
        assertThat(Hibernate.isInitialized(binder.pages())).isFalse();
        assertThat(Hibernate.isInitialized(binder.cover().getStickers())).isFalse();
        return binder;
    }

    @Test
    void aModelIsValidatedDumpedCopiedAndPatchedWithoutThem() {
        Binder binder = unloaded();

        Models.validate(binder);
        assertThat(Models.dump(binder))
                .isEqualTo(Map.of("label", "a", "colour", "red", "cover", Map.of("material", "tin")));
        assertThat(Models.dumpJson(binder, DumpOptions.options().exclude("cover")))
                .isEqualTo("{\"label\":\"a\",\"colour\":\"red\"}");
        assertThat(Models.copy(binder).cover().getMaterial()).isEqualTo("tin");
        Models.patch(binder, Map.of("colour", "green"));
        assertThat(binder.colour()).isEqualTo("green");
        assertThatThrownBy(() -> Models.patch(binder, Map.of("colour", " ")))
                .isInstanceOf(InvalidModelException.class)
                .hasMessage("Binder is not valid: 'colour' must not be blank (1 problem).");
    }

    @Test
    void inACopyTheyAreNotLoadedEither() {
        Binder binder = unloaded();
        Binder copy = Models.copy(binder);

        assertThat(Hibernate.isInitialized(copy.pages())).isFalse();
        assertThat(Hibernate.isInitialized(copy.cover().getStickers())).isFalse();
        assertThat(copy.pages()).isNotSameAs(binder.pages());
        assertThat(Models.dump(copy)).isEqualTo(Models.dump(binder));
        assertThat(Models.dump(Models.copy(copy))).isEqualTo(Models.dump(binder));
        assertThatThrownBy(() -> copy.pages().size()).isInstanceOf(LazyInitializationException.class);
    }

    /** As the processor writes a DTO. */
    record BinderPublic(String label, List<String> pages) {
        static BinderPublic of(Binder binder) {
            return new BinderPublic(
                    binder.label(), Models.isLoaded(binder.pages()) ? List.copyOf(binder.pages()) : null);
        }
    }

    @Test
    void inTheDtoOfACopyTheyAreMissingAsInThatOfTheModel() {
        Binder binder = unloaded();

        for (Binder each : List.of(binder, Models.copy(binder), Models.copy(Models.copy(binder)))) {
            assertThat(BinderPublic.of(each)).isEqualTo(new BinderPublic("a", null));
            assertThatThrownBy(() -> Models.dumpAs(each, BinderPublic.class))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("'BinderPublic' wants 'pages', and it is not loaded: Binder")
                    .hasMessageEndingWith(". Fetch it first.")
                    .message()
                    .doesNotContain("pages=", "stickers");
        }
    }

    @Test
    @Tag("model")
    void theyAreNotPrintedWhereverTheyStand() {
        Binder binder = unloaded();

        assertThat(binder).hasToString("Binder(label=\"a\", colour=\"red\", cover=Cover(material=\"tin\"))");
        assertThat(Models.copy(binder)).hasToString(binder.toString());
    }

    @Test
    void aCopyThatIsWrittenKeepsTheirRows() {
        Binder binder = unloaded();
        await(db.begin(session -> session.save(Models.copy(binder).setColour("green"))));
        await(db.begin(session -> session.merge(Models.copy(binder).setColour("blue"))));
        await(db.begin(session -> session.saveAll(List.of(Models.copy(binder).setColour("grey")))));

        assertThat(unloaded().colour()).isEqualTo("grey");
        assertThat(rows("select * from binder_pages")).hasSize(2);
        Set<String> stickers = await(db.read(session -> session.get(Binder.class, "a")
                .chain(found -> session.fetch(found.cover().getStickers()))));
        assertThat(stickers).containsExactly("cat");
    }

    @Test
    void aCopyThatBecomesANewRowTakesNothingFromTheOther() {
        Shelf full = new Shelf("hall");
        full.put("one");
        full.labels().add("a");
        full.counts().put("b", 1);
        store(full);
        Map<String, BiFunction<AsyncSession, Shelf, Uni<?>>> ways = new LinkedHashMap<>();
        ways.put("add", (session, copy) -> {
            session.add(copy);
            return session.flush();
        });
        ways.put("save", AsyncSession::save);
        ways.put("saveAll", (session, copy) -> session.saveAll(List.of(copy)));
        ways.put("insert", AsyncSession::insert);
        ways.put("insertAll", (session, copy) -> session.insertAll(List.of(copy)));
        ways.put("insertIfAbsent", AsyncSession::insertIfAbsent);
        Set<Long> shelves = new LinkedHashSet<>(Set.of(full.id()));
        ways.forEach((name, way) -> {
            Shelf copy = Models.copy(readElsewhere(Shelf.class, full.id())).setId(null);
            await(db.begin(session -> way.apply(session, copy)));
            Long key =
                    all(Shelf.class).stream().map(Shelf::id).max(Long::compare).orElseThrow();
            Shelf read = await(db.session(session -> session.get(Shelf.class, key)
                    .call(found -> session.fetch(found.books()))
                    .call(found -> session.fetch(found.labels()))));

            shelves.add(key);
            assertThat(read.place()).as(name).isEqualTo("hall");
            assertThat(read.books()).as(name).isEmpty();
            assertThat(read.labels()).as(name).isEmpty();
            assertThat(rows("select * from book where shelf_id = " + full.id()))
                    .as(name)
                    .hasSize(1);
            assertThat(rows("select * from shelf_labels")).as(name).hasSize(1);
            assertThat(rows("select * from shelf_counts")).as(name).hasSize(1);
        });
        assertThat(shelves).hasSize(1 + ways.size());
    }

    private void store(Object model) {
        await(db.begin(session -> {
            session.add(model);
            return session.flush();
        }));
    }

    @Test
    void aChangedModelIsWrittenWithoutThem() {
        await(db.begin(session -> session.get(Binder.class, "a").invoke(binder -> binder.setColour("green"))));

        assertThat(unloaded().colour()).isEqualTo("green");
        assertThat(rows("select * from binder_pages")).hasSize(2);
    }

    @Test
    void onceTheyAreLoadedTheirRulesHold() {
        assertThatThrownBy(() -> await(db.begin(session -> session.get(Binder.class, "a")
                        .call(binder -> session.fetch(binder.pages()))
                        .invoke(binder -> binder.setColour("green").pages().clear()))))
                .isInstanceOf(InvalidModelException.class)
                .hasMessage("Binder is not valid: 'pages' must not be empty (1 problem).");
        assertThatThrownBy(() -> await(db.begin(session -> session.get(Binder.class, "a")
                        .call(binder -> session.fetch(binder.cover().getStickers()))
                        .invoke(binder ->
                                binder.setColour("green").cover().getStickers().addAll(Set.of("b", "c"))))))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("'cover.stickers' size must be between 0 and 2");
        assertThat(unloaded().colour()).isEqualTo("red");
    }

    @Test
    void aLoadedOneIsDumped() {
        Binder binder = await(db.session(session -> session.get(Binder.class, "a")
                .call(found -> session.fetch(found.pages()))
                .call(found -> session.fetch(found.cover().getStickers()))));

        assertThat(Models.dump(binder))
                .isEqualTo(Map.of(
                        "label",
                        "a",
                        "colour",
                        "red",
                        "pages",
                        List.of("one", "two"),
                        "cover",
                        Map.of("material", "tin", "stickers", List.of("cat"))));
    }
}
