package dev.unirow.session.tests;

import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.model.InvalidModelException;
import dev.unirow.model.Models;
import dev.unirow.session.AsyncSession;
import dev.unirow.session.exception.NotFoundException;
import dev.unirow.session.exception.NotManagedException;
import dev.unirow.session.exception.StaleModelException;
import dev.unirow.session.exception.UniqueViolationException;
import dev.unirow.session.tests.models.Pet;
import dev.unirow.session.tests.models.Tag;
import dev.unirow.session.tests.models.User;
import dev.unirow.testing.EachDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows that are written by key, and models that a session does not track: the rest of docs/decisions/0001. */
@EachDatabase
class SessionRowsContract extends DatabaseContract {
    AsyncSession session;

    @BeforeEach
    void openSession() {
        session = db.session();
    }

    @AfterEach
    void closeSession() {
        await(session.close());
    }

    private static User byHand(long id, String name) {
        return Models.from(User.class, Map.of("id", id, "name", name));
    }

    @Test
    void insertOfANewModelTracksIt() {
        User user = new User("chonky");

        assertThat(await(session.insert(user))).isSameAs(user);

        assertThat(user.id()).isEqualTo(1);
        assertThat(await(session.contains(user))).isTrue();
    }

    @Test
    void insertOfAPendingModelSendsItOnceAndOfAManagedModelItsChanges() {
        User user = new User("chonky");
        session.add(user);

        assertThat(await(session.insert(user))).as("pending").isSameAs(user);
        assertThat(user.id()).isNotNull();
        assertThat(await(session.insert(user.setName("changed")))).as("managed").isSameAs(user);
        await(session.commit());

        List<User> rows = await(db.session(s -> s.all(select(User.class))));
        assertThat(rows).extracting(User::name).containsExactly("changed");
    }

    @Test
    void insertOfAModelWithAnAssignedKeyTracksIt() {
        Tag tag = new Tag("a", "text");

        assertThat(await(session.insert(tag))).isSameAs(tag);
        assertThat(await(session.contains(tag))).isTrue();
        await(session.commit());
        assertThat(readElsewhere(Tag.class, "a").text()).isEqualTo("text");
    }

    @Test
    void mergeOfAPendingOrManagedModelFlushesIt() {
        User user = new User("chonky");
        session.add(user);

        assertThat(await(session.merge(user))).as("pending").isSameAs(user);
        assertThat(user.id()).isNotNull();
        assertThat(await(session.merge(user.setName("changed")))).as("managed").isSameAs(user);
        assertThat(await(session.contains(user))).isTrue();
        assertThat(user.version()).isEqualTo(1);
        await(session.commit());
        assertThat(readElsewhere(User.class, user.id()).name()).isEqualTo("changed");
    }

    @Test
    void loadOfATransientOrPendingModelIsRefusedAndTheTransactionGoesOn() {
        User pending = new User("pending");
        session.add(pending);

        assertThatThrownBy(() -> await(session.load(new User("new")))).isInstanceOf(NotManagedException.class);
        assertThatThrownBy(() -> await(session.load(pending))).isInstanceOf(NotManagedException.class);

        await(session.commit());
        assertThat(readElsewhere(User.class, pending.id()).name()).isEqualTo("pending");
    }

    @Test
    void insertKeepsAGivenKeyAndTracksAnotherObject() {
        User given = byHand(77, "chonky");

        User inserted = await(session.insert(given));
        inserted.setName("changed");
        await(session.commit());

        assertThat(inserted).isNotSameAs(given);
        assertThat(inserted.id()).isEqualTo(given.id());
        assertThat(readElsewhere(User.class, 77).name()).isEqualTo("changed");
        assertThat(await(session.insert(new Tag("a", "text"))).label()).isEqualTo("a");
    }

    @Test
    void insertWithAKeyThatIsTakenEndsTheTransaction() {
        User user = committedUser("chonky");

        assertThatThrownBy(() -> await(session.insert(byHand(user.id(), "other"))))
                .isInstanceOf(UniqueViolationException.class);
        await(session.rollback());
        assertThat(await(session.count(select(User.class)))).isEqualTo(1);
    }

    @Test
    void insertValidates() {
        assertThatThrownBy(() -> await(session.insert(Models.from(Pet.class, Map.of("id", 1, "name", "phroge")))))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("'owner'");
        await(session.commit());
    }

    @Test
    void insertIfAbsentIsNullWhereARowIsInTheWay() {
        User owner = new User("chonky");
        session.add(owner);

        Pet made = await(session.insertIfAbsent(new Pet("phroge", owner)));
        Pet second = await(session.insertIfAbsent(new Pet("phroge", owner)));
        await(session.commit());

        assertThat(made.id()).isEqualTo(1);
        assertThat(await(session.contains(made))).isTrue();
        assertThat(second).isNull();
        assertThat(await(session.all(select(Pet.class)))).containsExactly(made);
    }

    @Test
    void saveOfANewModelAddsIt() {
        User user = new User("chonky");

        assertThat(await(session.save(user))).isSameAs(user);
        assertThat(await(session.save(user))).as("pending").isSameAs(user);
        assertThat(user.id()).isNull();
        await(session.commit());
        assertThat(await(session.save(user))).as("managed").isSameAs(user);
    }

    @Test
    void saveCopiesWhatIsSetToTheRowsModel() {
        session.add(new Tag("a", "text"));
        await(session.commit());
        Tag tracked = await(session.get(Tag.class, "a"));

        assertThat(await(session.save(new Tag("a", null)))).isSameAs(tracked);
        assertThat(tracked.text()).isEqualTo("text");
        assertThat(await(session.save(new Tag("a", "changed")))).isSameAs(tracked);
        assertThat(tracked.text()).isEqualTo("changed");
    }

    @Test
    void saveWithoutARowInsertsWithTheKey() {
        assertThat(await(session.save(new Tag("a", "text"))).text()).isEqualTo("text");
        assertThat(await(session.save(byHand(77, "chonky"))).id()).isEqualTo(77);
        await(session.commit());

        assertThat(readElsewhere(Tag.class, "a").text()).isEqualTo("text");
        assertThat(readElsewhere(User.class, 77).name()).isEqualTo("chonky");
    }

    @Test
    void saveAndMergeOfAnOutdatedModelAreStale() {
        User outdated = committedUser("chonky");
        await(db.begin(other -> other.get(User.class, outdated.id()).invoke(user -> user.setName("changed"))));

        assertThatThrownBy(() -> await(session.save(outdated))).isInstanceOf(StaleModelException.class);
        assertThatThrownBy(() -> await(session.merge(outdated)))
                .isInstanceOf(StaleModelException.class)
                .hasMessage("Cannot merge User with key 1: its row was changed since it was read. Read it again.");
        assertThat(await(session.get(User.class, 1)).name()).isEqualTo("changed");
    }

    @Test
    void mergeWritesADetachedModelAndKeepsItInStep() {
        User detached = committedUser("chonky");

        assertThat(await(session.merge(detached.setName("one")))).isSameAs(detached);
        assertThat(await(session.merge(detached.setName("two")))).isSameAs(detached);
        await(session.commit());

        User read = readElsewhere(User.class, detached.id());
        assertThat(read.name()).isEqualTo("two");
        assertThat(read.version()).isEqualTo(detached.version());
        assertThat(await(session.contains(detached))).isFalse();
    }

    @Test
    void mergeNeedsAKeyAndARowAndForgetsNothingThatWasAdded() {
        session.add(new User("added"));

        assertThatThrownBy(() -> await(session.merge(new User("new")))).isInstanceOf(NotManagedException.class);
        assertThatThrownBy(() -> await(session.merge(byHand(77, "gone"))))
                .isInstanceOf(StaleModelException.class)
                .hasMessage("Cannot merge User with key 77: its row is gone.");
        await(session.commit());
        assertThat(readElsewhere(User.class, 1).name()).isEqualTo("added");
    }

    @Test
    void loadFillsADetachedModelAndRefreshesATrackedOne() {
        User detached = committedUser("chonky");
        User tracked = await(session.get(User.class, detached.id()));

        assertThat(await(session.load(tracked.setName("changed")))).isSameAs(tracked);
        assertThat(await(session.load(detached.setName("changed")))).isSameAs(detached);

        assertThat(tracked.name()).isEqualTo("chonky");
        assertThat(detached.name()).isEqualTo("chonky");
        assertThatThrownBy(() -> await(session.load(new User("new")))).isInstanceOf(NotManagedException.class);
        assertThatThrownBy(() -> await(session.load(byHand(77, "gone")))).isInstanceOf(NotFoundException.class);
    }
}
