package dev.unirow.session.tests;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.model.Models;
import dev.unirow.session.AsyncSession;
import dev.unirow.session.Echo;
import dev.unirow.session.tests.models.Pet;
import dev.unirow.session.tests.models.User;
import dev.unirow.testing.CapturedLog;
import org.hibernate.LazyInitializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A reference that was not loaded answers its key without a statement, prints as sparse, and fails loudly otherwise. */
abstract class ReferencesContract extends DatabaseContract {
    private AsyncSession session;
    private Pet pet;

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
}
