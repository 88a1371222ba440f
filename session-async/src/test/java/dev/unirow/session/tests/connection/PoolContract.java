package dev.unirow.session.tests.connection;

import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.session.AsyncSession;
import dev.unirow.session.Database;
import dev.unirow.session.PoolStats;
import dev.unirow.session.exception.PoolExhaustedException;
import dev.unirow.session.exception.RetryableException;
import dev.unirow.session.tests.DatabaseContract;
import dev.unirow.session.tests.models.User;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Waiting;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The pool of a database, as its statistics and time-outs show it. */
@EachDatabase
class PoolContract extends DatabaseContract {
    private static final Duration SOON = Waiting.LIMIT;

    private PoolStats stats() {
        return await(db.stats());
    }

    private void awaitNoneInUse() {
        Awaitility.await().atMost(SOON).untilAsserted(() -> {
            assertThat(stats().inUse()).isZero();
            assertThat(stats().waiting()).isZero();
        });
    }

    @Test
    void aConnectionIsInUseFromTheFirstStatementToTheEndOfTheTransaction() {
        awaitNoneInUse();
        AsyncSession session = db.session();
        try {
            assertThat(stats().inUse()).isZero();
            session.add(new User("chonky"));
            await(session.flush());
            assertThat(stats().inUse()).isEqualTo(1);
            await(session.commit());
            awaitNoneInUse();
            assertThat(stats().size()).isPositive().isEqualTo(stats().idle());
        } finally {
            await(session.close());
        }
    }

    @Test
    void everyEndOfAStreamGivesTheConnectionBack() {
        committedUser("chonky");
        User found = await(db.read((AsyncSession session) ->
                session.stream(select(User.class)).select().first().collect().first()));
        assertThat(found.name()).isEqualTo("chonky");
        awaitNoneInUse();
        assertThatThrownBy(() -> await(db.read((AsyncSession session) -> session.stream(select(User.class))
                        .<User>map(user -> {
                            throw new IllegalStateException("enough");
                        })
                        .collect()
                        .asList())))
                .hasMessage("enough");
        awaitNoneInUse();
        UniAssertSubscriber<User> subscriber = db.read((AsyncSession session) ->
                        session.stream(select(User.class)).collect().first())
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
        subscriber.cancel();
        awaitNoneInUse();
    }

    @Test
    void whoWaitsTooLongForAConnectionIsToldThatThePoolIsExhausted() {
        try (Database one = Database.builder(target.newDatabaseUrl())
                .models(models())
                .poolSize(1)
                .acquireTimeout(Duration.ofSeconds(2))
                .open()) {
            await(one.createAll());
            AsyncSession first = one.session();
            AsyncSession second = one.session();
            try {
                assertThat(await(first.count(select(User.class)))).isZero();
                UniAssertSubscriber<Long> waiting =
                        second.count(select(User.class)).subscribe().withSubscriber(UniAssertSubscriber.create());
                Awaitility.await().atMost(SOON).until(() -> await(one.stats()).waiting() == 1);
                assertThat(await(one.stats()).inUse()).isEqualTo(1);

                assertThat(waiting.awaitFailure(SOON).getFailure()).isInstanceOf(failureOfWaiting());
                await(second.rollback());
                await(first.rollback());
                assertThat(await(second.count(select(User.class)))).isZero();
            } finally {
                await(first.close());
                await(second.close());
            }
        }
    }

    /** In memory there is one connection, and a queue for it. */
    private Class<? extends Throwable> failureOfWaiting() {
        return target.outlivesConnections() ? PoolExhaustedException.class : RetryableException.class;
    }
}
