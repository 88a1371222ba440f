package dev.unirow.session.tests;

import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;
import static dev.unirow.session.ScopeOptions.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.session.AsyncSession;
import dev.unirow.session.Database;
import dev.unirow.session.Isolation;
import dev.unirow.session.ScopeOptions;
import dev.unirow.session.exception.RetryableException;
import dev.unirow.session.tests.models.Tag;
import dev.unirow.session.tests.models.User;
import dev.unirow.testing.Capability;
import dev.unirow.testing.CapturedLog;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Transactions in each other's way: who loses is told to try again, and trying again works. */
@EachDatabase
class ConflictsContract extends DatabaseContract {
    AsyncSession holder;

    /** What to append to a URL so that a lock is waited for for a moment only. */
    private String impatient() {
        return target.isServer() ? "" : "?timeout=0.2";
    }

    /** What to tell a connection so that it waits for a lock for a moment only; null where the URL has said so. */
    private String impatience() {
        return switch (target.kind()) {
            case POSTGRESQL -> "set lock_timeout = '200ms'";
            case MARIADB -> "set innodb_lock_wait_timeout = 1";
            case SQLITE_FILE, SQLITE_MEMORY -> null;
        };
    }

    @Override
    public Database open() {
        return Database.builder(target.newDatabaseUrl() + impatient())
                .models(models())
                .poolSize(2)
                .open();
    }

    @BeforeEach
    void openSession() {
        holder = db.session();
    }

    @AfterEach
    void closeSession() {
        await(holder.close());
        assertNothingIsLeftBehind();
    }

    /** All connections of the pool. */
    private void becomeImpatient() {
        if (impatience() != null) {
            await(db.connect(
                    one -> one.execute(impatience()).chain(() -> db.connect(other -> other.execute(impatience())))));
        }
    }

    @Test
    void aLockThatIsWaitedForTooLongIsRetryableAndNotLoggedToo() {
        User user = committedUser("chonky");
        becomeImpatient();
        User held = await(holder.find(User.class, user.id(), LockModeType.PESSIMISTIC_WRITE));

        try (CapturedLog log = CapturedLog.of("org.hibernate")) {
            assertThatThrownBy(
                            () -> await(db.begin(s -> s.find(User.class, user.id(), LockModeType.PESSIMISTIC_WRITE))))
                    .as("not tracked")
                    .isInstanceOf(RetryableException.class);
            assertThatThrownBy(() -> await(db.session(s -> s.find(User.class, user.id())
                            .chain(() -> s.find(User.class, user.id(), LockModeType.PESSIMISTIC_WRITE)))))
                    .as("tracked")
                    .isInstanceOf(RetryableException.class);
            assertThatThrownBy(() ->
                            await(db.session(s -> s.find(User.class, user.id(), LockModeType.OPTIMISTIC_FORCE_INCREMENT)
                                    .chain(s::commit))))
                    .as("at the commit")
                    .isInstanceOf(RetryableException.class);
            assertThatThrownBy(() -> await(db.session(s -> s.find(User.class, user.id())
                            .invoke(theirs -> theirs.setName("theirs"))
                            .chain(s::commit))))
                    .as("an update")
                    .isInstanceOf(RetryableException.class);

            assertThat(log.lines()).noneMatch(line -> line.contains("HR0000") || line.contains("Failed to execute"));
        }

        held.setName("kept");
        await(holder.commit());
        assertThat(readElsewhere(User.class, user.id()).name()).isEqualTo("kept");
        User freed = await(db.begin(s -> s.find(User.class, user.id(), LockModeType.PESSIMISTIC_WRITE)));
        assertThat(freed.name()).isEqualTo("kept");
    }

    /** Locks two rows, the second not before another has locked one, too. */
    private CompletableFuture<User> lockBoth(
            ScopeOptions options, long first, long second, AtomicInteger locked, CompletableFuture<Void> bothLocked) {
        return db.begin(
                        options,
                        s -> s.find(User.class, first, LockModeType.PESSIMISTIC_WRITE)
                                .invoke(() -> {
                                    if (locked.incrementAndGet() == 2) {
                                        bothLocked.complete(null);
                                    }
                                })
                                .chain(() -> Uni.createFrom().completionStage(bothLocked))
                                .chain(() -> s.find(User.class, second, LockModeType.PESSIMISTIC_WRITE))
                                .invoke(user -> user.setName(user.name() + first)))
                .subscribeAsCompletionStage();
    }

    @Test
    @Requires(Capability.ROW_LOCKS)
    void ofTwoThatWaitForEachOtherOneIsToldToTryAgain() {
        long one = committedUser("one").id();
        long two = committedUser("two").id();
        AtomicInteger locked = new AtomicInteger();
        CompletableFuture<Void> bothLocked = new CompletableFuture<>();

        List<CompletableFuture<User>> both = List.of(
                lockBoth(options(), one, two, locked, bothLocked), lockBoth(options(), two, one, locked, bothLocked));

        List<Throwable> failures = both.stream()
                .flatMap(each -> {
                    try {
                        each.join();
                        return Stream.empty();
                    } catch (CompletionException failure) {
                        return Stream.of(failure.getCause());
                    }
                })
                .toList();
        assertThat(failures).singleElement().isInstanceOf(RetryableException.class);
        assertThat(((RetryableException) failures.get(0)).sqlState()).startsWith("40");
    }

    @Test
    @Requires(Capability.ROW_LOCKS)
    void ofTwoThatWaitForEachOtherBothSucceedWhenTheyMayTryAgain() {
        long one = committedUser("one").id();
        long two = committedUser("two").id();
        AtomicInteger locked = new AtomicInteger();
        CompletableFuture<Void> bothLocked = new CompletableFuture<>();

        CompletableFuture.allOf(
                        lockBoth(options().retry(3), one, two, locked, bothLocked),
                        lockBoth(options().retry(3), two, one, locked, bothLocked))
                .join();

        assertThat(locked.get()).as("runs").isGreaterThanOrEqualTo(3);
        assertThat(readElsewhere(User.class, one).name()).isEqualTo("one" + two);
        assertThat(readElsewhere(User.class, two).name()).isEqualTo("two" + one);
    }

    /** Adds a tag that tells how many there were, when another has counted, too. */
    private CompletableFuture<Void> addNext(AtomicInteger counted, CompletableFuture<Void> bothCounted) {
        return db.begin(
                        options().isolation(Isolation.SERIALIZABLE).retry(5),
                        s -> s.count(select(Tag.class))
                                .call(() -> {
                                    if (counted.incrementAndGet() == 2 || !target.locksRows()) {
                                        bothCounted.complete(null);
                                    }
                                    return Uni.createFrom().completionStage(bothCounted);
                                })
                                .chain(count -> {
                                    s.add(new Tag("tag " + count, null));
                                    return s.flush();
                                }))
                .subscribeAsCompletionStage();
    }

    @Test
    void serializableTransactionsWriteAsIfOneCameAfterTheOther() {
        AtomicInteger counted = new AtomicInteger();
        CompletableFuture<Void> bothCounted = new CompletableFuture<>();

        CompletableFuture.allOf(addNext(counted, bothCounted), addNext(counted, bothCounted))
                .join();

        List<Tag> tags = await(db.session(s -> s.all(select(Tag.class))));
        assertThat(tags).extracting(Tag::label).containsExactlyInAnyOrder("tag 0", "tag 1");
        if (target.locksRows()) {
            assertThat(counted.get()).as("runs").isGreaterThanOrEqualTo(3);
        }
    }
}
