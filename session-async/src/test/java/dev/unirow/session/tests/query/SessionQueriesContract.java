package dev.unirow.session.tests.query;

import static dev.unirow.query.Queries.asc;
import static dev.unirow.query.Queries.delete;
import static dev.unirow.query.Queries.ref;
import static dev.unirow.query.Queries.select;
import static dev.unirow.query.Queries.text;
import static dev.unirow.query.Queries.update;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.model.Models;
import dev.unirow.query.Select;
import dev.unirow.query.Update;
import dev.unirow.session.AsyncSession;
import dev.unirow.session.Echo;
import dev.unirow.session.exception.MultipleFoundException;
import dev.unirow.session.exception.NotFoundException;
import dev.unirow.session.exception.ReadOnlySessionException;
import dev.unirow.session.exception.StaleModelException;
import dev.unirow.session.exception.TransactionFailedException;
import dev.unirow.session.exception.UniqueViolationException;
import dev.unirow.session.tests.DatabaseContract;
import dev.unirow.session.tests.models.Pet;
import dev.unirow.session.tests.models.Tag;
import dev.unirow.session.tests.models.User;
import dev.unirow.testing.CapturedLog;
import dev.unirow.testing.EachDatabase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a session answers to statements, and what it sends before it asks. */
@EachDatabase
class SessionQueriesContract extends DatabaseContract {
    AsyncSession session;

    @BeforeEach
    void openSession() {
        session = db.session();
    }

    @AfterEach
    void closeSession() {
        await(session.close());
    }

    private static Select<User> named(String name) {
        return select(User.class).where(text(User::name).eq(name));
    }

    @Test
    void allGivesTheModelsInTheirOrder() {
        session.addAll(new User("tiger"), new User("chonky"));
        await(session.commit());

        List<User> users = await(session.all(select(User.class).orderBy(asc(User::name))));

        assertThat(users).extracting(User::name).containsExactly("chonky", "tiger");
        assertThatThrownBy(() -> users.add(new User("frog"))).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void allOfNothingIsAnEmptyList() {
        assertThat(await(session.all(select(User.class)))).isEmpty();
    }

    @Test
    void queriesSeeWhatWasAddedChangedAndDeletedBefore() {
        User kept = new User("kept");
        User gone = new User("gone");
        session.addAll(kept, gone);
        await(session.commit());

        session.add(new User("new"));
        kept.setName("changed");
        await(session.delete(gone));

        assertThat(await(session.all(select(User.class).orderBy(asc(User::name)))))
                .extracting(User::name)
                .containsExactly("changed", "new");
        assertThat(await(session.count(select(User.class)))).isEqualTo(2);
        assertThat(await(session.exists(named("gone")))).isFalse();
    }

    @Test
    void aQueryGivesTheVeryModelThatTheSessionTracks() {
        User user = new User("chonky");
        session.add(user);
        await(session.commit());

        assertThat(await(session.one(named("chonky")))).isSameAs(user);
        assertThat(await(session.inTransaction())).as("a query begins one").isTrue();
    }

    @Test
    void firstGivesTheFirstOrNull() {
        session.addAll(new User("tiger"), new User("chonky"));

        assertThat(await(session.first(select(User.class))).name()).as("by key").isEqualTo("tiger");
        assertThat(await(session.first(select(User.class).orderBy("name"))).name())
                .isEqualTo("chonky");
        assertThat(await(session.first(named("nobody")))).isNull();
    }

    @Test
    void oneFailsWithoutARowAndWithTwo() {
        session.addAll(new User("twin"), new User("twin"), new User("single"));

        assertThat(await(session.one(named("single"))).name()).isEqualTo("single");
        assertThatThrownBy(() -> await(session.one(named("nobody"))))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("No User found.");
        assertThatThrownBy(() -> await(session.one(named("twin"))))
                .isInstanceOf(MultipleFoundException.class)
                .hasMessage(
                        "Expected one User, found 2 or more. Ask for less, take the first, or add a unique constraint.");

        await(session.commit());
        assertThat(readElsewhere(User.class, 3).name())
                .as("an answer leaves the transaction as it was")
                .isEqualTo("single");
    }

    @Test
    void oneOrNullIsNullWithoutARowAndFailsWithTwo() {
        session.addAll(new User("twin"), new User("twin"), new User("single"));

        assertThat(await(session.oneOrNull(named("single"))).name()).isEqualTo("single");
        assertThat(await(session.oneOrNull(named("nobody")))).isNull();
        assertThatThrownBy(() -> await(session.oneOrNull(named("twin")))).isInstanceOf(MultipleFoundException.class);
    }

    @Test
    void countAndExistsHonourThePage() {
        session.addAll(new User("a"), new User("b"), new User("c"));

        assertThat(await(session.count(select(User.class).limit(2)))).isEqualTo(2);
        assertThat(await(session.count(select(User.class).offset(1)))).isEqualTo(2);
        assertThat(await(session.exists(select(User.class).offset(3)))).isFalse();
        assertThat(await(session.exists(select(User.class).limit(0)))).isFalse();
        assertThat(await(session.exists(named("b")))).isTrue();
    }

    @Test
    void executeTellsHowManyRowsItChangedAndLeavesTrackedModelsAsTheyAre() {
        User user = new User("chonky");
        session.addAll(user, new User("tiger"));

        int changed = await(session.execute(update(User.class).set(User::name, "renamed")));

        assertThat(changed).isEqualTo(2);
        assertThat(user.name()).isEqualTo("chonky");
        assertThat(await(session.refresh(user)).name()).isEqualTo("renamed");
    }

    @Test
    void executeOfADeleteTellsHowManyRowsItDeleted() {
        session.addAll(new User("a"), new User("b"), new User("c"));

        assertThat(await(session.execute(
                        delete(select(User.class).orderBy("name").limit(2)))))
                .isEqualTo(2);
        await(session.commit());

        assertThat(await(session.all(select(User.class))))
                .extracting(User::name)
                .containsExactly("c");
    }

    @Test
    void aTrackedModelThatAStatementDeletedIsStaleWhenItIsChanged() {
        User user = new User("chonky");
        session.add(user);
        assertThat(await(session.execute(delete(User.class)))).isEqualTo(1);

        user.setName("changed");

        assertThatThrownBy(() -> await(session.commit())).isInstanceOf(StaleModelException.class);
    }

    @Test
    void executeIsUndoneByARollback() {
        User user = committedUser("chonky");

        await(session.execute(update(User.class).set(User::name, "renamed")).replaceWithVoid());
        await(session.rollback());

        assertThat(readElsewhere(User.class, user.id()).name()).isEqualTo("chonky");
    }

    @Test
    void aStatementThatBreaksAConstraintEndsTheTransaction() {
        User owner = new User("chonky");
        session.addAll(owner, new Pet("phroge", owner), new Pet("tiger", owner));

        assertThatThrownBy(() -> await(session.execute(update(Pet.class).set(Pet::name, "same"))))
                .isInstanceOf(UniqueViolationException.class);
        assertThatThrownBy(() -> await(session.all(select(Pet.class)))).isInstanceOf(TransactionFailedException.class);
        await(session.rollback());
        assertThat(await(session.count(select(Pet.class)))).isZero();
    }

    @Test
    void aFlushThatFailsBeforeAQueryEndsTheTransaction() {
        session.add(new Pet("stray", null));

        assertThatThrownBy(() -> await(session.count(select(Pet.class)))).hasMessageContaining("'owner'");
        assertThatThrownBy(() -> await(session.count(select(Pet.class))))
                .isInstanceOf(TransactionFailedException.class);
    }

    @Test
    void fetchLoadsAReferenceAndGivesTheSameObject() {
        storePetOf("chonky");
        Pet pet = await(session.get(Pet.class, 1));

        assertThat(Models.isLoaded(pet.owner())).isFalse();
        User owner = await(session.fetch(pet.owner()));

        assertThat(owner).isSameAs(pet.owner());
        assertThat(owner.name()).isEqualTo("chonky");
    }

    @Test
    void fetchLoadsAReferenceThatCameFromAnotherSession() {
        storePetOf("chonky");
        Pet detached = await(db.session((AsyncSession other) -> other.get(Pet.class, 1)));

        assertThat(await(session.fetch(detached.owner())).name()).isEqualTo("chonky");
    }

    @Test
    void fetchOfNullAndOfALoadedModelSendsNothing() {
        User user = new User("chonky");

        assertThat(await(session.fetch(user))).isSameAs(user);
        assertThat(await(session.fetch((User) null))).isNull();
        assertThat(await(session.inTransaction())).isFalse();
    }

    @Test
    void fetchOfARowThatIsGoneFails() {
        storePetOf("chonky");
        Pet detached = await(db.session((AsyncSession other) -> other.get(Pet.class, 1)));
        await(db.begin(other -> other.execute(delete(Pet.class)).chain(() -> other.execute(delete(User.class))))
                .replaceWithVoid());

        assertThatThrownBy(() -> await(session.fetch(detached.owner())))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("No User with key 1.");
    }

    private void storePetOf(String ownerName) {
        User owner = new User(ownerName);
        await(db.begin(other -> {
            other.addAll(owner, new Pet("phroge", owner));
            return other.flush();
        }));
    }

    @Test
    void fetchLoadsAlongWithTheModels() {
        storePetOf("chonky");

        Pet pet = await(session.one(select(Pet.class)
                .where(ref(Pet::owner).text(User::name).eq("chonky"))
                .fetch(Pet::owner)));

        assertThat(pet.owner().name()).isEqualTo("chonky");
    }

    @Test
    void detachKeepsChangesFromBeingSent() {
        User user = new User("chonky");
        session.add(user);
        await(session.commit());

        user.setName("changed");
        await(session.detach(user));
        await(session.commit());

        assertThat(await(session.contains(user))).isFalse();
        assertThat(readElsewhere(User.class, user.id()).name()).isEqualTo("chonky");
    }

    @Test
    void detachForgetsWhatWasOnlyAdded() {
        session.add(new User("kept"));
        User forgotten = new User("forgotten");
        session.add(forgotten);

        await(session.detach(forgotten));
        await(session.detach(forgotten));

        assertThat(await(session.all(select(User.class))))
                .extracting(User::name)
                .containsExactly("kept");
    }

    @Test
    void aReferenceByKeyIsStoredAndCanBeFetched() {
        User owner = committedUser("chonky");
        Pet pet = Models.from(Pet.class, Map.of("name", "phroge", "ownerId", owner.id()));
        session.add(pet);

        await(session.commit());

        assertThat(await(session.fetch(pet.owner())).name()).isEqualTo("chonky");
    }

    @Test
    void aClassThatIsNoModelOfTheDatabaseIsRefusedAtTheCall() {
        assertThatThrownBy(() -> session.all(select(Stranger.class)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no model of this database");
    }

    @Entity
    static class Stranger {
        @Id
        Long id;
    }

    @Test
    void statementsAreCheckedBeforeAnythingIsSent() {
        Update<Tag> nothing = update(Tag.class);

        assertThatThrownBy(() -> session.execute(nothing)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void readSendsNoTransactionStatements() {
        committedUser("chonky");
        try (CapturedLog log = CapturedLog.of("unirow.engine")) {
            db.echo(Echo.ON);

            User user = await(db.read(s -> s.one(named("chonky"))));
            db.echo(Echo.OFF);

            assertThat(user.name()).isEqualTo("chonky");
            assertThat(log.lines()).noneMatch(line -> line.matches("(BEGIN|COMMIT|ROLLBACK).*"));
            assertThat(log.lines()).anyMatch(line -> line.startsWith("select"));
        }
    }

    @Test
    void readRefusesToWrite() {
        User user = committedUser("chonky");

        assertThatThrownBy(() -> await(db.read(s -> {
                    s.add(new User("new"));
                    return Uni.createFrom().voidItem();
                })))
                .isInstanceOf(ReadOnlySessionException.class)
                .hasMessage("Cannot add a model: the session only reads. It was opened by Database.read; write within "
                        + "Database.begin.");
        assertThatThrownBy(() -> await(db.read(s -> s.delete(user)))).isInstanceOf(ReadOnlySessionException.class);
        assertThatThrownBy(() -> await(db.read(s -> s.execute(delete(User.class)))))
                .isInstanceOf(ReadOnlySessionException.class);
        assertThatThrownBy(() -> await(db.read(AsyncSession::flush))).isInstanceOf(ReadOnlySessionException.class);
        assertThatThrownBy(() -> await(db.read(AsyncSession::commit))).isInstanceOf(ReadOnlySessionException.class);
    }

    @Test
    void readNeverSendsWhatIsChangedInAModel() {
        User user = committedUser("chonky");

        long found = await(db.read(s -> s.get(User.class, user.id())
                .invoke(read -> read.setName("changed"))
                .chain(() -> s.count(named("changed")))));

        assertThat(found).isZero();
        assertThat(readElsewhere(User.class, user.id()).name()).isEqualTo("chonky");
    }

    @Test
    void readGivesItsConnectionBackWhateverHappens() {
        for (int i = 0; i < 30; i++) {
            assertThatThrownBy(() ->
                            await(db.read(s -> s.count(select(User.class)).chain(() -> {
                                throw new IllegalArgumentException("work");
                            }))))
                    .hasMessage("work");
        }
        long found = await(db.read(s -> s.count(select(User.class))));
        assertThat(found).isZero();
    }
}
