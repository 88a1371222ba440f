package dev.unirow.session.tests;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.model.InvalidModelException;
import dev.unirow.session.AsyncSession;
import dev.unirow.session.Echo;
import dev.unirow.session.exception.NotFoundException;
import dev.unirow.session.exception.NotManagedException;
import dev.unirow.session.exception.SessionClosedException;
import dev.unirow.session.exception.StaleModelException;
import dev.unirow.session.exception.TransactionFailedException;
import dev.unirow.session.exception.UniqueViolationException;
import dev.unirow.session.tests.models.Pet;
import dev.unirow.session.tests.models.Tag;
import dev.unirow.session.tests.models.User;
import dev.unirow.testing.CapturedLog;
import dev.unirow.testing.EachDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The table of docs/decisions/0001-operations-defined-for-four-model-states.md: a test a cell. */
@EachDatabase
class SessionStatesContract extends DatabaseContract {
    AsyncSession session;

    @BeforeEach
    void openSession() {
        session = db.session();
    }

    @AfterEach
    void closeSession() {
        await(session.close());
    }

    private boolean contains(Object model) {
        return await(session.contains(model));
    }

    @Test
    void addMakesATransientModelPending() {
        User user = new User("chonky");

        session.add(user);

        assertThat(contains(user)).isTrue();
        assertThat(user.id()).isNull();
        assertThat(await(session.inTransaction())).isFalse();
    }

    @Test
    void containsIsFalseForTransientDetachedAndDeletedModels() {
        User detached = committedUser("chonky");
        User deleted = await(session.find(User.class, committedUser("phroge").id()));
        await(session.delete(deleted));

        assertThat(contains(new User("transient"))).isFalse();
        assertThat(contains(detached)).isFalse();
        assertThat(contains(deleted)).isFalse();
    }

    @Test
    void closeDetachesWhatIsManaged() {
        User user = new User("chonky");
        session.add(user);
        await(session.commit());

        await(session.close());

        assertThat(user.id()).isEqualTo(1);
        assertThat(contains(db.session(), user)).isFalse();
    }

    private static boolean contains(AsyncSession other, Object model) {
        try {
            return await(other.contains(model));
        } finally {
            await(other.close());
        }
    }

    @Test
    void addOfAPendingModelKeepsItPendingOnce() {
        User user = new User("chonky");
        session.add(user);

        session.addAll(user, user);
        await(session.commit());

        assertThat(user.id()).isEqualTo(1);
        assertThat(readElsewhere(User.class, 2)).isNull();
    }

    @Test
    void severalModelsAreGivenOneByOneOrAsAList() {
        User a = new User("a");
        User b = new User("b");
        User c = new User("c");
        User d = new User("d");
        session.addAll(List.of(a, b));
        session.addAll(c, d);
        await(session.commit());
        assertThat(List.of(a, b, c, d)).extracting(User::id).doesNotContainNull();

        await(session.detach(a, b));
        await(session.detach(List.of(c)));
        assertThat(contains(a)).isFalse();
        assertThat(contains(b)).isFalse();
        assertThat(contains(c)).isFalse();
        assertThat(contains(d)).isTrue();

        List<User> saved = await(session.saveAll(new User("e"), new User("f")));
        List<User> savedOfAList = await(session.saveAll(List.of(new User("g"))));
        await(session.commit());
        List<User> inserted = await(session.insertAll(new User("h"), new User("i")));
        List<User> insertedOfAList = await(session.insertAll(List.of(new User("j"))));
        await(session.commit());
        assertThat(saved).hasSize(2);
        assertThat(inserted).hasSize(2);
        assertThat(savedOfAList).hasSize(1);
        assertThat(insertedOfAList).hasSize(1);
        assertThat(count(User.class)).isEqualTo(10);
    }

    @Test
    void aListThatHoldsNoModelIsRefusedAsAWhole() {
        User user = new User("chonky");
        assertThatThrownBy(() -> session.addAll(List.of(user, "text"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> session.detach(List.of(user, "text"))).isInstanceOf(IllegalArgumentException.class);
        assertThat(contains(user)).isFalse();
    }

    @Test
    void addOfAManagedModelKeepsItManaged() {
        User user = new User("chonky");
        session.add(user);
        await(session.commit());

        session.add(user);
        await(session.commit());

        assertThat(contains(user)).isTrue();
        assertThat(readElsewhere(User.class, 2)).isNull();
    }

    @Test
    void aManagedModelThatIsAddedAgainCanBeDetachedDeletedAndForgotten() {
        User detached = new User("detached");
        User deleted = new User("deleted");
        User kept = new User("kept");
        session.addAll(detached, deleted, kept);
        await(session.commit());
        try (CapturedLog log = CapturedLog.of(AsyncSession.class.getName())) {
            session.addAll(detached, deleted);
            await(session.detach(detached));
            await(session.delete(deleted));
            await(session.commit());
            assertThat(contains(detached)).isFalse();
            assertThat(readElsewhere(User.class, deleted.id())).isNull();

            session.add(kept);
            await(session.close());

            assertThat(log.lines()).isEmpty();
        }
    }

    @Test
    void addOfADetachedModelWithAGeneratedKeyFailsAtTheFlushAndSendsNothing() {
        User detached = committedUser("chonky");
        session.add(detached);

        assertThatThrownBy(() -> await(session.commit()))
                .isInstanceOf(NotManagedException.class)
                .hasMessageContaining("has a generated key already");
        assertThat(readElsewhere(User.class, 2)).isNull();
    }

    @Test
    void addOfAModelWithAnAssignedKeyIsAnInsert() {
        session.add(new Tag("a", "first"));

        await(session.commit());

        assertThat(readElsewhere(Tag.class, "a").text()).isEqualTo("first");
    }

    @Test
    void addRefusesAnInvalidModelAtOnceWithAllViolations() {
        User user = new User(" ");

        assertThatThrownBy(() -> session.addAll(new User("fine"), user))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("'name' must not be blank");

        await(session.commit());
        assertThat(readElsewhere(User.class, 1)).as("all or nothing").isNull();
    }

    @Test
    void addAcceptsAMissingRequiredReferenceThatTheFlushRefuses() {
        Pet stray = new Pet("phroge", null);
        session.add(stray);

        assertThatThrownBy(() -> await(session.flush()))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("'owner'");

        await(session.rollback());
        User owner = new User("chonky");
        session.addAll(stray.setOwner(owner), owner);
        await(session.commit());
        assertThat(stray.id()).isNotNull();
    }

    @Test
    void findAnswersAPendingModelByItsAssignedKey() {
        Tag tag = new Tag("a", "pending");
        session.add(tag);

        assertThat(await(session.find(Tag.class, "a"))).isSameAs(tag);
    }

    @Test
    void findAnswersTheManagedModelWithoutAStatement() {
        User user = new User("chonky");
        session.add(user);
        await(session.commit());

        assertThat(await(session.find(User.class, 1))).isSameAs(user);
        assertThat(await(session.inTransaction())).isFalse();
    }

    @Test
    void findLoadsARowOfItsOwnForADetachedModel() {
        User detached = committedUser("chonky");

        User found = await(session.find(User.class, detached.id()));

        assertThat(found).isNotSameAs(detached);
        assertThat(found.id()).isEqualTo(detached.id());
        assertThat(contains(detached)).isFalse();
    }

    @Test
    void findAnswersNullForWhatWasDeletedHere() {
        User user = await(session.find(User.class, committedUser("chonky").id()));
        await(session.delete(user));

        assertThat(await(session.find(User.class, 1))).isNull();
        await(session.flush());
        assertThat(await(session.find(User.class, 1))).isNull();
    }

    @Test
    void getFailsForAnAbsentRowAndTheTransactionGoesOn() {
        session.add(new User("chonky"));
        await(session.flush());

        assertThatThrownBy(() -> await(session.get(User.class, 77)))
                .isInstanceOf(NotFoundException.class)
                .hasMessage(
                        "No User with key 77. Where it may be absent, use find(), which returns null instead of failing.");

        await(session.commit());
        assertThat(readElsewhere(User.class, 1).name()).isEqualTo("chonky");
    }

    @Test
    void flushInsertsAPendingModelInsideTheTransaction() {
        User user = new User("chonky");
        session.add(user);

        await(session.flush());

        assertThat(user.id()).isEqualTo(1);
        assertThat(contains(user)).isTrue();
        assertThat(await(session.inTransaction())).isTrue();
    }

    @Test
    void flushSendsWhatChangedInAManagedModel() {
        committedUser("chonky");
        User user = await(session.find(User.class, 1));
        user.setName("slim");

        await(session.flush());
        await(session.refresh(user));

        assertThat(user.name()).isEqualTo("slim");
        assertThat(user.version()).isEqualTo(1);
    }

    @Test
    void commitKeepsModelsManagedWithTheirValuesAndSendsLaterChanges() {
        User user = new User("chonky");
        session.add(user);
        await(session.commit());
        assertThat(user.name()).isEqualTo("chonky");
        assertThat(contains(user)).isTrue();

        user.setName("slim");
        await(session.commit());

        assertThat(readElsewhere(User.class, 1).name()).isEqualTo("slim");
    }

    @Test
    void commitWithNothingToSendSendsNothing() {
        try (CapturedLog echo = CapturedLog.of("unirow.engine")) {
            db.echo(Echo.ON);

            await(session.commit());

            assertThat(echo.lines()).isEmpty();
        }
    }

    @Test
    void rollbackMakesPendingModelsTransient() {
        User user = new User("chonky");
        session.add(user);

        await(session.rollback());
        await(session.commit());

        assertThat(contains(user)).isFalse();
        assertThat(readElsewhere(User.class, 1)).isNull();
    }

    @Test
    void rollbackMakesInsertedModelsTransientWithoutKeyAndVersionSoThatTheyCanBeAddedAgain() {
        User user = new User("chonky");
        session.add(user);
        await(session.flush());
        assertThat(user.version()).isNotNull();

        await(session.rollback());

        assertThat(user.id()).isNull();
        assertThat(user.version()).isNull();
        assertThat(contains(user)).isFalse();
        session.add(user);
        await(session.commit());
        assertThat(readElsewhere(User.class, user.id()).name()).isEqualTo("chonky");
    }

    @Test
    void rollbackDetachesWhatWasLoaded() {
        committedUser("chonky");
        User user = await(session.find(User.class, 1));
        user.setName("changed");

        await(session.rollback());

        assertThat(contains(user)).isFalse();
        assertThat(user.id()).isEqualTo(1);
        assertThat(await(session.find(User.class, 1)).name()).isEqualTo("chonky");
    }

    @Test
    void rollbackDetachesWhatAnEarlierTransactionInsertedAndKeepsItsKey() {
        User user = new User("chonky");
        session.add(user);
        await(session.commit());
        user.setName("changed");
        await(session.flush());

        await(session.rollback());

        assertThat(user.id()).isEqualTo(1);
        assertThat(contains(user)).isFalse();
        assertThat(readElsewhere(User.class, 1).name()).isEqualTo("chonky");
    }

    @Test
    void rollbackUndoesADelete() {
        User user = await(session.find(User.class, committedUser("chonky").id()));
        await(session.delete(user));
        await(session.flush());

        await(session.rollback());

        assertThat(readElsewhere(User.class, 1)).isNotNull();
    }

    @Test
    void refreshOverwritesWhatWasChanged() {
        committedUser("chonky");
        User user = await(session.find(User.class, 1));
        user.setName("changed");

        User refreshed = await(session.refresh(user));

        assertThat(refreshed).isSameAs(user);
        assertThat(user.name()).isEqualTo("chonky");
    }

    @Test
    void refreshOfTransientPendingAndDetachedModelsFailsAndTheTransactionGoesOn() {
        User pending = new User("pending");
        session.add(pending);
        User detached = committedUser("chonky");

        for (User user : new User[] {new User("transient"), pending, detached}) {
            assertThatThrownBy(() -> await(session.refresh(user)))
                    .isInstanceOf(NotManagedException.class)
                    .hasMessageStartingWith("Cannot refresh User");
        }
        await(session.commit());
        assertThat(pending.id()).isNotNull();
    }

    @Test
    void refreshOfARowThatIsGoneSaysSo() {
        committedUser("chonky");
        User user = await(session.find(User.class, 1));
        await(session.commit());
        await(db.begin(other -> other.get(User.class, 1).chain(other::delete)));

        assertThatThrownBy(() -> await(session.refresh(user)))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("No User with key 1.");
    }

    @Test
    void deleteOfATransientModelIsRefused() {
        assertThatThrownBy(() -> await(session.delete(new User("chonky"))))
                .isInstanceOf(NotManagedException.class)
                .hasMessage("Cannot delete User: it has no key, so it was never inserted.");
    }

    @Test
    void deleteOfAPendingModelForgetsIt() {
        User user = new User("chonky");
        session.add(user);

        await(session.delete(user));
        await(session.commit());

        assertThat(contains(user)).isFalse();
        assertThat(readElsewhere(User.class, 1)).isNull();
    }

    @Test
    void deleteOfAManagedModelDeletesItsRowAtTheFlush() {
        committedUser("chonky");
        User user = await(session.find(User.class, 1));

        await(session.delete(user));
        await(session.delete(user));
        await(session.commit());

        assertThat(contains(user)).isFalse();
        assertThat(readElsewhere(User.class, 1)).isNull();
    }

    @Test
    void deleteOfADetachedModelLooksItUpAndDeletesIt() {
        User detached = committedUser("chonky");

        await(session.delete(detached));
        await(session.commit());

        assertThat(readElsewhere(User.class, 1)).isNull();
    }

    @Test
    void deleteOfADetachedModelWithoutARowSaysSo() {
        User detached = committedUser("chonky");
        await(db.begin(other -> other.delete(detached)));

        assertThatThrownBy(() -> await(session.delete(detached)))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("No User with key 1.");
    }

    @Test
    void deleteOfADetachedModelWhoseRowWasChangedIsStale() {
        User detached = committedUser("chonky");
        await(db.begin(other -> other.get(User.class, 1).invoke(user -> user.setName("changed"))));

        assertThatThrownBy(() -> await(session.delete(detached))).isInstanceOf(StaleModelException.class);
    }

    @Test
    void closeRollsBackMakesInsertedModelsTransientAndEndsTheSession() {
        User user = new User("chonky");
        session.add(user);
        await(session.flush());

        await(session.close());
        await(session.close());

        assertThat(user.id()).isNull();
        assertThat(readElsewhere(User.class, 1)).isNull();
        assertThatThrownBy(() -> await(session.commit())).isInstanceOf(SessionClosedException.class);
        assertThatThrownBy(() -> session.add(user))
                .isInstanceOf(SessionClosedException.class)
                .hasMessageContaining("Database.session()");
    }

    @Test
    void closeWarnsOfModelsThatWereNeverFlushed() {
        try (CapturedLog log = CapturedLog.of(AsyncSession.class.getName())) {
            session.addAll(new User("chonky"), new Tag("a", "b"));
            session.commit(); // the forgotten subscription

            await(session.close());

            assertThat(log.lines())
                    .containsExactly(
                            "A session was closed with models that were added and never flushed: User, Tag. Was a commit() not subscribed to?");
        }
    }

    @Test
    void closeWarnsOfModelsThatWereChangedOrDeletedAndNeverFlushed() {
        User changed = committedUser("chonky");
        User deleted = committedUser("gone");
        User read = committedUser("read");
        try (CapturedLog log = CapturedLog.of(AsyncSession.class.getName())) {
            await(session.find(User.class, read.id()));
            await(session.get(User.class, changed.id())
                    .invoke(found -> found.setName("other"))
                    .chain(() -> session.get(User.class, deleted.id()))
                    .chain(session::delete));

            await(session.close());

            assertThat(log.lines())
                    .containsExactly(
                            "A session was closed with models that were changed or deleted and never flushed: User, User. Was a commit() not subscribed to?");
        }
        assertThat(readElsewhere(User.class, changed.id()).name()).isEqualTo("chonky");
    }

    @Test
    void aScopeWarnsOfChangesThatItsWorkNeverFlushed() {
        User user = committedUser("chonky");
        try (CapturedLog log = CapturedLog.of(AsyncSession.class.getName())) {
            await(db.session(
                    (AsyncSession own) -> own.get(User.class, user.id()).invoke(found -> found.setName("other"))));
            assertThat(log.lines()).hasSize(1);
            assertThat(log.lines().get(0)).contains("changed or deleted and never flushed: User.");
        }
    }

    @Test
    void closeDoesNotWarnOfChangesThatWereSentOrTakenBack() {
        User user = committedUser("chonky");
        try (CapturedLog log = CapturedLog.of(AsyncSession.class.getName())) {
            await(db.begin(own -> own.get(User.class, user.id()).invoke(found -> found.setName("first"))));
            await(db.session((AsyncSession own) -> own.get(User.class, user.id())
                    .invoke(found -> found.setName("second"))
                    .chain(own::flush)));
            await(db.session((AsyncSession own) -> own.get(User.class, user.id())
                    .invoke(found -> found.setName("third"))
                    .chain(own::rollback)));
            await(db.session((AsyncSession own) -> own.get(User.class, user.id())
                    .invoke(found -> found.setName("third"))
                    .chain(own::refresh)));
            assertThat(log.lines()).isEmpty();
        }
    }

    @Nested
    class AfterAFailure {
        private final User first = new User("first");
        private final User owner = new User("owner");

        @BeforeEach
        void failAFlush() {
            session.addAll(first, owner);
            await(session.flush());
            session.addAll(new Pet("same", owner), new Pet("same", owner));
            assertThatThrownBy(() -> await(session.flush())).isInstanceOf(UniqueViolationException.class);
        }

        @Test
        void theTransactionIsOverAndInsertedModelsAreTransient() {
            assertThat(await(session.inTransaction())).isFalse();
            assertThat(first.id()).isNull();
            assertThat(contains(first)).isFalse();
            assertThat(readElsewhere(User.class, 1)).isNull();
        }

        @Test
        void nothingGoesOnBeforeARollback() {
            assertThatThrownBy(() -> await(session.commit()))
                    .isInstanceOf(TransactionFailedException.class)
                    .hasCauseInstanceOf(UniqueViolationException.class)
                    .hasMessageContaining("Call rollback()");
            assertThatThrownBy(() -> await(session.find(User.class, 1))).isInstanceOf(TransactionFailedException.class);
        }

        @Test
        void rollbackMakesTheSessionAsGoodAsNew() {
            await(session.rollback());

            session.addAll(first, owner, new Pet("same", owner));
            await(session.commit());

            assertThat(readElsewhere(User.class, first.id()).name()).isEqualTo("first");
        }
    }

    @Test
    void aReferredModelIsSentBeforeThoseThatReferToItWhateverTheOrderOfTheirAddition() {
        User owner = new User("chonky");
        Pet pet = new Pet("phroge", owner);
        session.addAll(pet, owner);

        await(session.commit());

        assertThat(pet.id()).isEqualTo(1);
        assertThat(owner.id()).isEqualTo(1);
    }
}
