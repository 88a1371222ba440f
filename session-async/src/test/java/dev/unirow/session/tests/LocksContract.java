package dev.unirow.session.tests;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.session.AsyncSession;
import dev.unirow.session.exception.NotFoundException;
import dev.unirow.session.exception.NotManagedException;
import dev.unirow.session.exception.ReadOnlySessionException;
import dev.unirow.session.exception.StaleModelException;
import dev.unirow.session.tests.models.Tag;
import dev.unirow.session.tests.models.User;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Waiting;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows that a transaction locks when it finds or refreshes them. */
@EachDatabase
class LocksContract extends DatabaseContract {
    AsyncSession session;

    @BeforeEach
    void openSession() {
        session = db.session();
    }

    @AfterEach
    void closeSession() {
        await(session.close());
    }

    private Uni<User> changedByAnother(String name) {
        return db.begin(other -> other.get(User.class, 1).invoke(user -> user.setName(name)));
    }

    @ParameterizedTest
    @EnumSource(LockModeType.class)
    void everyModeFindsAndRefreshesWhatIsTrackedAndWhatIsNot(LockModeType mode) {
        committedUser("chonky");

        User user = await(session.find(User.class, 1, mode));
        assertThat(await(session.find(User.class, 1, mode))).isSameAs(user);
        assertThat(await(session.refresh(user, mode))).isSameAs(user);
        await(session.commit());
        assertThat(await(session.find(User.class, 1, mode))).as("tracked").isSameAs(user);
        await(session.commit());

        assertThat(user.name()).isEqualTo("chonky");
        assertThat(await(session.find(User.class, 77, mode))).isNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = LockModeType.class,
            names = {"PESSIMISTIC_READ", "PESSIMISTIC_WRITE", "PESSIMISTIC_FORCE_INCREMENT"})
    void aPessimisticLockLetsAnotherWriterWait(LockModeType mode) {
        committedUser("chonky");
        User user = await(session.find(User.class, 1, mode));

        AtomicReference<String> seen = new AtomicReference<>();
        var waiting = db.begin(other -> other.find(User.class, 1, LockModeType.PESSIMISTIC_WRITE)
                        .invoke(theirs -> seen.set(theirs.name()))
                        .invoke(theirs -> theirs.setName("second")))
                .subscribeAsCompletionStage();
        user.setName("first");
        await(session.flush());
        target.waitingForLocks()
                .ifPresent(query -> Awaitility.await()
                        .atMost(Waiting.LIMIT)
                        .until(() -> !await(db.<List<Map<String, Object>>>connect(c -> c.select(query)))
                                .isEmpty()));
        assertThat(waiting).isNotDone();
        await(session.commit());
        waiting.join();

        assertThat(seen).as("what it waited for").hasValue("first");

        assertThat(readElsewhere(User.class, 1).name()).isEqualTo("second");
    }

    @Test
    void anOptimisticLockFailsTheCommitWhereAnotherChangedTheRow() {
        committedUser("chonky");
        await(session.find(User.class, 1));
        await(session.commit());
        await(session.find(User.class, 1, LockModeType.OPTIMISTIC));
        await(changedByAnother("changed"));

        assertThatThrownBy(() -> await(session.commit())).isInstanceOfSatisfying(StaleModelException.class, failure -> {
            assertThat(failure.model()).isEqualTo(User.class);
            assertThat(failure.key()).isEqualTo(1L);
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = LockModeType.class,
            names = {"OPTIMISTIC_FORCE_INCREMENT", "WRITE", "PESSIMISTIC_FORCE_INCREMENT"})
    void aForcedIncrementCountsAndARollbackTakesItBack(LockModeType mode) {
        User user = await(session.insert(new User("chonky")));
        await(session.commit());

        await(session.find(User.class, 1, mode));
        await(session.commit());
        assertThat(user.version()).isEqualTo(1);
        assertThat(readElsewhere(User.class, 1).version()).isEqualTo(1);

        await(session.refresh(user, mode));
        await(session.rollback());
        assertThat(user.version()).isEqualTo(1);
        assertThat(readElsewhere(User.class, 1).version()).isEqualTo(1);
    }

    @Test
    void aLockOnAnOutdatedOrDeletedTrackedModelIsStale() {
        User user = await(session.insert(new User("chonky")));
        await(session.commit());
        await(changedByAnother("changed"));

        assertThatThrownBy(() -> await(session.find(User.class, 1, LockModeType.PESSIMISTIC_WRITE)))
                .isInstanceOf(StaleModelException.class);
        await(session.rollback());

        assertThat(await(session.find(User.class, 1, LockModeType.PESSIMISTIC_WRITE))
                        .name())
                .isEqualTo("changed");
        await(session.commit());
        await(db.begin(other -> other.get(User.class, 1).chain(other::delete)));
        User tracked = await(session.find(User.class, 1));
        assertThatThrownBy(() -> await(session.refresh(tracked, LockModeType.PESSIMISTIC_WRITE)))
                .isInstanceOf(NotFoundException.class);
        assertThat(user.id()).isEqualTo(1);
    }

    @Test
    void refreshWithALockNeedsATrackedModelAndTheTransactionGoesOn() {
        User detached = committedUser("chonky");
        User pending = new User("pending");
        session.add(pending);

        for (User each : List.of(new User("new"), pending, detached)) {
            assertThatThrownBy(() -> await(session.refresh(each, LockModeType.PESSIMISTIC_WRITE)))
                    .isInstanceOf(NotManagedException.class);
        }

        await(session.commit());
        assertThat(readElsewhere(User.class, pending.id()).name()).isEqualTo("pending");
    }

    @Test
    void aPendingModelIsInsertedAndLocked() {
        Tag tag = new Tag("a", "text");
        session.add(tag);

        assertThat(await(session.find(Tag.class, "a", LockModeType.PESSIMISTIC_WRITE)))
                .isSameAs(tag);
        await(session.commit());
        assertThat(readElsewhere(Tag.class, "a").text()).isEqualTo("text");
    }

    @Test
    void aModeThatNeedsAVersionIsRefusedWithoutOne() {
        await(db.begin(s -> s.insertAll(List.of(new Tag("a", "text")))));

        assertThatThrownBy(() -> await(session.find(Tag.class, "a", LockModeType.OPTIMISTIC)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The lock mode OPTIMISTIC needs a version, and Tag has none. Give it a property with @Version, "
                                + "or use PESSIMISTIC_WRITE.");
        assertThat(await(session.find(Tag.class, "a", LockModeType.PESSIMISTIC_WRITE))
                        .text())
                .isEqualTo("text");
    }

    @Test
    void aReadOnlySessionLocksNothing() {
        assertThatThrownBy(() -> await(db.read(s -> s.find(User.class, 1, LockModeType.PESSIMISTIC_WRITE))))
                .isInstanceOf(ReadOnlySessionException.class);
    }
}
