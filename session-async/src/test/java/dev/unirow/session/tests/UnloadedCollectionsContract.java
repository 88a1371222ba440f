package dev.unirow.session.tests;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.model.DumpOptions;
import dev.unirow.model.InvalidModelException;
import dev.unirow.model.Models;
import dev.unirow.session.tests.models.Binder;
import dev.unirow.session.tests.models.Binder.Cover;
import dev.unirow.testing.EachDatabase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.Hibernate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Collections that are not loaded: nothing judges them, shows them, or asks for them. */
@EachDatabase
class UnloadedCollectionsContract extends DatabaseContract {
    @Override
    public Class<?>[] models() {
        return new Class<?>[] {Binder.class};
    }

    @BeforeEach
    void storeABinder() {
        await(db.begin(session -> {
            session.add(new Binder("a", "red", List.of("one", "two"), new Cover("tin", Set.of("cat"))));
            return session.flush();
        }));
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
