package dev.unirow.session.tests;

import static dev.unirow.query.Queries.asc;
import static dev.unirow.query.Queries.col;
import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.unirow.model.DumpOptions;
import dev.unirow.model.Models;
import dev.unirow.query.Select;
import dev.unirow.session.AsyncSession;
import dev.unirow.session.Echo;
import dev.unirow.session.exception.NotFoundException;
import dev.unirow.session.exception.ReferenceNotLoadedException;
import dev.unirow.session.tests.models.Pet;
import dev.unirow.session.tests.models.Resident;
import dev.unirow.session.tests.models.Resident.Lease;
import dev.unirow.session.tests.models.Resident.Settings;
import dev.unirow.session.tests.models.Resident.Town;
import dev.unirow.session.tests.models.User;
import dev.unirow.session.tests.models.Voyage;
import dev.unirow.session.tests.models.Voyage.Port;
import dev.unirow.testing.CapturedLog;
import dev.unirow.testing.EachDatabase;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hibernate.LazyInitializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A reference that was not loaded answers its key without a statement, prints as sparse, and fails loudly otherwise.
 */
@EachDatabase
class ReferencesContract extends DatabaseContract {
    private AsyncSession session;
    private Pet pet;

    @Override
    public Class<?>[] models() {
        return Stream.of(Stream.of(super.models()), Resident.MODELS.stream(), Voyage.MODELS.stream())
                .flatMap(models -> models)
                .toArray(Class<?>[]::new);
    }

    @BeforeEach
    void loadAPetWithoutItsOwner() {
        User owner = new User("chonky");
        Pet phroge = new Pet("phroge", owner);
        await(db.begin(other -> {
            other.addAll(owner, phroge);
            return other.flush();
        }));
        session = db.session();
        pet = await(session.find(Pet.class, 1));
    }

    @AfterEach
    void closeSession() {
        await(session.close());
    }

    @Test
    void theKeyOfAnUnloadedReferenceCostsNoStatement() {
        try (CapturedLog echo = CapturedLog.of("unirow.engine")) {
            db.echo(Echo.ON);

            assertThat(pet.owner().id()).isEqualTo(1);
            assertThat(pet.owner()).isSameAs(pet.owner());

            assertThat(echo.lines()).isEmpty();
        }
    }

    @Test
    @Tag("model")
    void modelsOfOursSayMoreOfAnUnloadedReferenceWithoutAStatement() {
        try (CapturedLog echo = CapturedLog.of("unirow.engine")) {
            db.echo(Echo.ON);

            assertThat(pet.owner().pk()).isEqualTo(1L);
            assertThat(pet.owner()).hasToString("User(id=1) [sparse]");
            assertThat(pet.owner()).isEqualTo(pet.owner());
            assertThat(pet.owner().hashCode()).isEqualTo(new User("other").hashCode());

            assertThat(echo.lines()).isEmpty();
        }
    }

    @Test
    void anyOtherAccessorOfAnUnloadedReferenceFails() {
        assertThatThrownBy(() -> pet.owner().name()).isInstanceOf(LazyInitializationException.class);
    }

    @Test
    @Tag("model")
    void theFailureOfAnUnloadedReferenceSaysWhatItIsAndHowItIsLoaded() {
        ReferenceNotLoadedException failure = catchThrowableOfType(
                ReferenceNotLoadedException.class, () -> pet.owner().name());

        assertThat(failure)
                .isInstanceOf(LazyInitializationException.class)
                .hasMessageContainingAll("name()", "User with key 1", "Pet.owner", "session.fetch(pet.owner())");
        assertThat(failure.model()).isEqualTo(User.class);
        assertThat(failure.key()).isEqualTo(1L);
        assertThat(failure.references()).contains("Pet.owner");
    }

    @Test
    @Tag("model")
    void theFailureOfAnUnloadedReferenceIsTheSameAfterTheSessionHasEnded() {
        await(session.close());

        assertThatThrownBy(() -> pet.owner().name())
                .isInstanceOf(ReferenceNotLoadedException.class)
                .hasMessageContainingAll("name()", "User with key 1", "Pet.owner", "session.fetch(pet.owner())");
    }

    @Test
    @Tag("model")
    void theFailureOfAnUnloadedReferenceNamesThreeOfTheReferencesThatLeadToIt() {
        await(session.rollback()); // which has read a pet, and may stand in the way of writers
        Port port = new Port("Ghent");
        Voyage voyage = new Voyage(port);
        await(db.begin(other -> {
            other.addAll(port, voyage);
            return other.flush();
        }));
        Voyage found = readElsewhere(Voyage.class, voyage.id());

        ReferenceNotLoadedException failure = catchThrowableOfType(
                ReferenceNotLoadedException.class, () -> found.refuge().name());

        assertThat(failure)
                .hasMessage("Cannot call name() on a Port with key 1: it is a reference that is not loaded, as from"
                        + " Voyage.destination, Voyage.home, Voyage.origin or others. Load it in its session first, as in"
                        + " session.fetch(voyage.destination()), or select it with its owner by a fetch.");
        assertThat(failure.references())
                .containsExactly("Voyage.destination", "Voyage.home", "Voyage.origin", "Voyage.refuge");
    }

    @Test
    void afterALaterFindTheReferenceIsAFullModel() {
        User found = await(session.find(User.class, 1));

        assertThat(pet.owner().name()).isEqualTo("chonky");
        assertThat(found.name()).isEqualTo("chonky");
        assertThat(pet.owner().id()).isEqualTo(1L);
        Models.validate(pet.owner());
    }

    @Test
    @Tag("model")
    void afterALaterFindTheReferencePrintsAndComparesAsAFullModel() {
        User found = await(session.find(User.class, 1));

        assertThat(pet.owner()).isEqualTo(found).hasToString("User(id=1, name=\"chonky\", version=0)");
        assertThat(found).isEqualTo(pet.owner());
        assertThat(pet.owner().pk()).isEqualTo(1L);
    }

    @Test
    @Tag("model")
    void aModelPrintsItsUnloadedReferenceAsSparse() {
        assertThat(pet.toString()).startsWith("Pet(id=1, name=\"phroge\"").contains("User(id=1) [sparse]");
    }

    @Test
    void refreshAndDeleteTakeAReferenceOnceItIsLoaded() {
        await(session.find(User.class, 1));
        await(session.refresh(pet.owner()));
        await(session.delete(pet));
        await(session.delete(pet.owner()));
        await(session.commit());

        assertThat(readElsewhere(User.class, 1)).isNull();
    }

    @Test
    void anUnloadedReferenceServesAsTheReferenceOfANewModel() {
        session.add(new Pet("second", pet.owner()));

        await(session.commit());

        assertThat(readElsewhere(Pet.class, 2).owner().id()).isEqualTo(1);
    }

    /** Two residents of one town, of whom the second has settings that are all as in new ones. */
    private void storeResidents() {
        await(session.rollback()); // which has read a pet, and may stand in the way of writers
        Town town = new Town("Ghent");
        await(db.begin(other -> {
            other.add(town);
            for (String language : List.of("de", "en")) {
                Settings settings = new Settings(language);
                Resident resident = new Resident(language, settings, town);
                other.addAll(settings, resident, new Lease(resident, town));
            }
            return other.flush();
        }));
    }

    @Test
    void aLoadedReferenceIsDumpedAsLoadedWhateverItsValuesAre() {
        storeResidents();
        Select<Resident> residents = select(Resident.class)
                .fetch(Resident::settings)
                .fetch(Resident::town)
                .orderBy(asc(Resident::id));

        List<Resident> found = await(db.read(other -> other.all(residents)));

        Settings english = found.get(1).settings();
        assertThat(Models.isKeyOnly(english)).isFalse();
        assertThat(Models.isKeyOnly(Models.copy(english))).isFalse();
        assertThat(found.stream().map(resident -> Models.dump(resident).get("settings")))
                .containsExactly(Map.of("id", 1L, "language", "de"), Map.of("id", 2L, "language", "en"));
        assertThat(Models.dumpJson(Models.copy(found.get(1)))).contains("\"settings\":{\"id\":2,\"language\":\"en\"}");
        assertThat(Models.dump(found.get(1)).get("town")).isEqualTo(Map.of("name", "Ghent"));
        assertThat(Models.isKeyOnly(found.get(1).town())).isFalse();
    }

    @Test
    void aRowThatIsAllKeyIsDumpedWithWhatItRefersTo() {
        storeResidents();

        Select<Resident> residents = select(Resident.class)
                .where(col(Resident::id).eq(1L))
                .fetch(Resident::leases)
                .fetch(Resident::town);

        Resident found = await(db.read(other -> other.one(residents)));

        assertThat(Models.dump(found, DumpOptions.options().nested().exclude("town"))
                        .get("leases"))
                .isEqualTo(List.of(Map.of("town", Map.of("name", "Ghent"))));
    }

    @Test
    void aFlushKeepsTheObjectsOfTheProgramWhateverTheirValuesAre() {
        storeResidents();
        Settings english = await(db.read(other -> other.get(Settings.class, 2)));
        Town town = await(db.read(other -> other.get(Town.class, "Ghent")));
        Settings made = new Settings("en");
        await(db.begin(other -> {
            other.add(made);
            return other.flush();
        }));
        Resident bob = new Resident("bob", english, town);
        Resident eve = new Resident("eve", made, town);

        await(db.begin(other -> {
            other.addAll(bob, eve);
            return other.flush();
        }));

        assertThat(bob.settings()).isSameAs(english);
        assertThat(bob.town()).isSameAs(town);
        assertThat(eve.settings()).isSameAs(made);
        assertThat(bob.settings().language()).isEqualTo("en");
        assertThat(readElsewhere(Resident.class, bob.id()).settings().id()).isEqualTo(2);
    }

    @Test
    void aReferenceThatWasMadeFromAKeyIsKeyOnlyUntilItIsFetched() {
        storeResidents();
        Resident made =
                Models.from(Resident.class, Map.of("name", "eve", "settings", Map.of("id", 2), "townId", "Ghent"));
        Settings settings = made.settings();
        assertThat(Models.isKeyOnly(settings)).isTrue();
        assertThat(Models.isKeyOnly(made.town())).isTrue();
        assertThat(Models.dump(made).get("settings")).isEqualTo(Map.of("id", 2L));

        assertThat(await(session.fetch(settings))).isSameAs(settings);

        assertThat(Models.isKeyOnly(settings)).isFalse();
        assertThat(Models.dump(made).get("settings")).isEqualTo(Map.of("id", 2L, "language", "en"));
        Resident other = Models.from(Resident.class, "{\"name\": \"eve\", \"settings\": 1}");
        await(session.load(other.settings()));
        assertThat(other.settings().language()).isEqualTo("de");
        assertThat(Models.isKeyOnly(other.settings())).isFalse();
        Resident nobody = Models.from(Resident.class, Map.of("settings", 4711));
        assertThatThrownBy(() -> await(session.fetch(nobody.settings()))).isInstanceOf(NotFoundException.class);
    }

    @Test
    void aModelThatWasMadeOfAKeyAloneIsWholeOnceItIsInserted() {
        Settings settings = Models.from(Settings.class, Map.of("id", 7));
        assertThat(Models.isKeyOnly(settings)).isTrue();
        Settings other = Models.from(Settings.class, Map.of("id", 8));

        await(session.insertAll(List.of(settings)));
        Settings inserted = await(session.insert(other));
        await(session.commit());

        assertThat(Models.isKeyOnly(settings)).isFalse();
        assertThat(Models.isKeyOnly(inserted)).isFalse();
        assertThat(Models.dump(new Resident("eve", settings, null)).get("settings"))
                .isEqualTo(Map.of("id", 7L, "language", "en"));
    }

    @Test
    void aReferenceThatWasMadeFromAKeyIsStoredAndReadAsItsRow() {
        storeResidents();
        Resident made = Models.from(Resident.class, Map.of("name", "eve", "settings", 2, "town", "Ghent"));
        session.add(made);

        await(session.commit());

        assertThat(made.settings().id()).isEqualTo(2);
        assertThat(await(session.fetch(made.settings())).language()).isEqualTo("en");
        assertThat(Models.dump(made).get("settings")).isEqualTo(Map.of("id", 2L, "language", "en"));
        await(session.detach(made));
        assertThat(Models.dump(made).get("settings")).isEqualTo(Map.of("id", 2L, "language", "en"));
    }
}
