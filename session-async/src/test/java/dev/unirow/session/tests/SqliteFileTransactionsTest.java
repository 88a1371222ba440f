package dev.unirow.session.tests;

import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;
import static dev.unirow.session.ScopeOptions.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.session.AsyncSession;
import dev.unirow.session.exception.RetryableException;
import dev.unirow.session.tests.models.User;
import dev.unirow.testing.DatabaseKind;
import dev.unirow.testing.OnDatabase;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How the transactions of sessions meet on one file: one writes, others read what was committed when they began. */
@OnDatabase(DatabaseKind.SQLITE_FILE)
class SqliteFileTransactionsTest extends DatabaseContract {
    @Test
    void aSessionThatReadBeforeAnotherCommittedCannotWriteAndTheSameWorkSucceedsAnew() {
        committedUser("chonky");
        AsyncSession session = db.session();
        try {
            User user = await(session.find(User.class, 1));
            committedUser("another");
            user.setName("changed");

            assertThatThrownBy(() -> await(session.commit())).isInstanceOf(RetryableException.class);

            await(session.rollback());
            await(session.find(User.class, 1)).setName("changed");
            await(session.commit());
        } finally {
            await(session.close());
        }
        assertThat(readElsewhere(User.class, 1).name()).isEqualTo("changed");
    }

    @Test
    void aScopeWhoseSnapshotIsStaleIsRunAgain() {
        committedUser("chonky");
        AtomicInteger runs = new AtomicInteger();

        await(db.session(
                options().retry(3),
                s -> s.find(User.class, 1)
                        .call(() -> runs.incrementAndGet() == 1
                                ? db.begin(other -> other.get(User.class, 1).invoke(user -> user.setName("other")))
                                : Uni.createFrom().voidItem())
                        .invoke(user -> user.setName(user.name() + " changed"))
                        .chain(s::commit)));

        assertThat(runs).hasValue(2);
        assertThat(readElsewhere(User.class, 1).name()).isEqualTo("other changed");
    }

    @Test
    void readingGoesOnWhileAnotherWritesAndSeesWhatIsCommitted() {
        committedUser("chonky");

        List<User> seen = await(db.begin(s -> {
            s.add(new User("uncommitted"));
            return s.flush().chain(() -> db.read(r -> r.all(select(User.class))));
        }));

        assertThat(seen).extracting(User::name).containsExactly("chonky");
    }

    @Test
    void beginWaitsForItsTurnWhileReadersGoOn() {
        AsyncSession writer = db.session();
        try {
            writer.add(new User("first"));
            await(writer.flush());
            Uni<Void> second = db.begin(s -> {
                s.add(new User("second"));
                return s.flush();
            });
            var waiting = second.subscribeAsCompletionStage();
            assertThat(await(db.<List<User>>read(r -> r.all(select(User.class)))))
                    .isEmpty();
            assertThat(waiting).isNotDone();

            await(writer.commit());
            waiting.join();
        } finally {
            await(writer.close());
        }
        assertThat(await(db.<List<User>>read(r -> r.all(select(User.class)))))
                .extracting(User::name)
                .containsExactlyInAnyOrder("first", "second");
    }
}
