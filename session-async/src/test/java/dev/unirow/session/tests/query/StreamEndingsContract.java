package dev.unirow.session.tests.query;

import static dev.unirow.query.Queries.asc;
import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;
import static dev.unirow.session.ScopeOptions.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.query.Select;
import dev.unirow.session.AsyncSession;
import dev.unirow.session.Database;
import dev.unirow.session.PoolStats;
import dev.unirow.session.exception.NotFoundException;
import dev.unirow.session.exception.ScopeTimeoutException;
import dev.unirow.session.exception.SessionClosedException;
import dev.unirow.session.exception.StreamCutOffException;
import dev.unirow.session.exception.TransactionFailedException;
import dev.unirow.session.exception.UniqueViolationException;
import dev.unirow.session.tests.DatabaseContract;
import dev.unirow.session.tests.models.Tag;
import dev.unirow.session.tests.models.User;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Waiting;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.hibernate.query.Order;
import org.hibernate.query.range.Range;
import org.hibernate.query.restriction.Restriction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * However a stream ends, its cursor and connection are given back: there is only one connection, so that any other use
 * would wait.
 */
@EachDatabase
class StreamEndingsContract extends DatabaseContract {
    private static final int ROWS = 1_200;
    private static final Duration SOON = Waiting.LIMIT;
    private static final Select<Tag> TAGS = select(Tag.class).orderBy(asc(Tag::label));

    @Override
    public Database open() {
        return Database.builder(target.newDatabaseUrl())
                .models(models())
                .poolSize(1)
                .acquireTimeout(Waiting.LIMIT)
                .open();
    }

    @BeforeEach
    void insertRows() {
        await(db.begin(session -> session.insertAll(IntStream.range(0, ROWS)
                        .mapToObj(i -> new Tag(String.format("t%04d", i), "x"))
                        .toList())
                .replaceWithVoid()));
    }

    /** What every ending leaves behind. */
    @AfterEach
    void nothingIsHeldAndTheNextOperationWorks() {
        Awaitility.await().atMost(Waiting.LIMIT).untilAsserted(() -> {
            PoolStats stats = await(db.stats());
            assertThat(stats.inUse()).isZero();
            assertThat(stats.waiting()).isZero();
        });
        await(db.begin(session -> {
            session.add(new User("next"));
            return session.flush();
        }));
    }

    private List<Function<Function<AsyncSession, Uni<Long>>, Uni<Long>>> scopes() {
        return List.of(db::session, db::begin, db::read);
    }

    @Test
    void theEnd() {
        scopes().forEach(scope -> assertThat(await(scope.apply(
                        session -> session.stream(TAGS).collect().with(java.util.stream.Collectors.counting()))))
                .isEqualTo(ROWS));
    }

    @Test
    void oneModelAtATimeAndTheSessionAtWorkInBetween() {
        AsyncSession session = db.session();
        try {
            AssertSubscriber<Tag> subscriber = AssertSubscriber.create(0);
            session.stream(TAGS).subscribe(subscriber);
            for (int i = 1; i <= ROWS; i++) {
                subscriber.request(1).awaitItems(i, SOON);
                if (i % 100 == 0) {
                    assertThat(await(session.find(Tag.class, "t0000"))).isNotNull();
                    assertThat(subscriber.getItems()).hasSize(i);
                }
            }
            subscriber.request(1).awaitCompletion(SOON);
        } finally {
            await(session.close());
        }
    }

    @Test
    void aFailureOfTheSubscriber() {
        scopes().forEach(scope -> assertThatThrownBy(() -> await(scope.apply(session -> session.stream(TAGS)
                        .invoke(tag -> {
                            if (tag.label().equals("t0700")) {
                                throw new IllegalArgumentException("enough");
                            }
                        })
                        .collect()
                        .with(java.util.stream.Collectors.counting()))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("enough"));
    }

    @Test
    void aFailureOfWorkForEachModel() {
        scopes().forEach(scope -> assertThatThrownBy(() -> await(scope.apply(session -> session.stream(TAGS)
                        .onItem()
                        .transformToUniAndConcatenate(tag -> session.get(Tag.class, tag.label() + "?"))
                        .collect()
                        .with(java.util.stream.Collectors.counting()))))
                .isInstanceOfSatisfying(
                        NotFoundException.class,
                        failure -> assertThat(failure.key()).isEqualTo("t0000?")));
    }

    @Test
    void aCancellationWithinAnItem() {
        AsyncSession session = db.session();
        try {
            for (int at : new int[] {1, 499, 500, 501, ROWS}) {
                Cancelling subscriber = new Cancelling(at);
                session.stream(TAGS).subscribe(subscriber);
                subscriber
                        .cancelled
                        .orTimeout(Waiting.LIMIT.toSeconds(), TimeUnit.SECONDS)
                        .join();
                assertThat(await(session.count(TAGS))).isEqualTo(ROWS);
                assertThat(subscriber.seen).hasValue(at);
            }
            await(session.rollback());
        } finally {
            await(session.close());
        }
    }

    @Test
    void aCancellationWhileABatchIsRead() {
        for (int i = 0; i < 30; i++) {
            Cancellable running = db.read(
                            session -> session.stream(TAGS).collect().last())
                    .subscribe()
                    .with(last -> {}, failure -> {});
            busy(i);
            running.cancel();
        }
    }

    /** Some time that differs, to meet the reading at different places. */
    private static void busy(int steps) {
        long until = System.nanoTime() + steps * 200_000L;
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aStreamThatNobodyAsksAnythingOfIsEndedByTheTimeOutOfItsScope() {
        assertThatThrownBy(() -> await(db.begin(
                        options().timeout(Duration.ofMillis(300)),
                        session -> Uni.createFrom().<Void>emitter(never -> {
                            AssertSubscriber<Tag> idle = AssertSubscriber.create(3);
                            session.stream(TAGS).subscribe(idle);
                        }))))
                .isInstanceOf(ScopeTimeoutException.class);
    }

    @Test
    void aTimeOutOfTheScopeInTheMiddle() {
        assertThatThrownBy(() -> await(db.read(
                        options().timeout(Duration.ofMillis(300)),
                        session -> session.stream(TAGS)
                                .onItem()
                                .transformToUniAndConcatenate(tag -> Uni.createFrom()
                                        .item(tag)
                                        .onItem()
                                        .delayIt()
                                        .by(Duration.ofMillis(100)))
                                .collect()
                                .last())))
                .isInstanceOf(ScopeTimeoutException.class);
    }

    @Test
    void theSessionIsClosedInTheMiddle() {
        AsyncSession session = db.session();
        assertThatThrownBy(() -> await(session.stream(TAGS)
                        .onItem()
                        .call(tag -> tag.label().equals("t0100")
                                ? session.close()
                                : Uni.createFrom().voidItem())
                        .collect()
                        .last()))
                .isInstanceOf(SessionClosedException.class);
    }

    @Test
    void theTransactionIsRolledBackInTheMiddle() {
        AsyncSession session = db.session();
        try {
            AtomicInteger seen = new AtomicInteger();
            assertThatThrownBy(() -> await(session.stream(TAGS)
                            .invoke(tag -> seen.incrementAndGet())
                            .onItem()
                            .call(tag -> tag.label().equals("t0100")
                                    ? session.rollback()
                                    : Uni.createFrom().voidItem())
                            .collect()
                            .last()))
                    .isInstanceOf(StreamCutOffException.class);
            assertThat(seen.get()).isBetween(101, 999);
            assertThat(await(session.count(TAGS))).isEqualTo(ROWS);
        } finally {
            await(session.close());
        }
    }

    @Test
    void aStatementThatFailsInTheMiddleTakesTheStreamWithItsTransaction() {
        AsyncSession session = db.session();
        try {
            AssertSubscriber<Tag> subscriber = AssertSubscriber.create(10);
            session.stream(TAGS).subscribe(subscriber);
            subscriber.awaitItems(10, SOON);
            session.add(new Tag("t0000", "is there already"));
            assertThatThrownBy(() -> await(session.flush())).isInstanceOf(UniqueViolationException.class);
            subscriber.request(Long.MAX_VALUE).awaitFailure(SOON);

            assertThat(subscriber.getFailure()).isInstanceOf(TransactionFailedException.class);
            await(session.rollback());
            assertThat(await(session.count(TAGS))).isEqualTo(ROWS);
        } finally {
            await(session.close());
        }
    }

    @Test
    void nestedWorkThatFailsEndsTheStreamsOfItsTransactionOrLeavesThemWhole() {
        AsyncSession session = db.session();
        try {
            List<Tag> outer =
                    await(session.nested(inner -> inner.stream(TAGS).collect().asList())
                            .chain(all -> session.<List<Tag>>nested(inner -> inner.stream(TAGS)
                                            .onItem()
                                            .<Tag>transformToUniAndConcatenate(tag -> inner.get(Tag.class, "missing"))
                                            .collect()
                                            .asList())
                                    .onFailure()
                                    .recoverWithItem(all)));

            assertThat(outer).hasSize(ROWS);
            assertThat(await(session.count(TAGS))).isEqualTo(ROWS);
        } finally {
            await(session.close());
        }
    }

    @Test
    void restrictionsAndOrdersOfHibernateReachTheStream() {
        Select<Tag> last = select(Tag.class)
                .where(Restriction.restrict(Tag.class, "label", Range.prefix("t11")))
                .orderBy(Order.desc(Tag.class, "label"));

        List<String> labels = await(db.read(
                session -> session.stream(last).map(Tag::label).collect().asList()));

        assertThat(labels).hasSize(100).startsWith("t1199").endsWith("t1100");
    }

    private static final class Cancelling implements Flow.Subscriber<Tag> {
        private final int at;
        private final AtomicInteger seen = new AtomicInteger();
        private final CompletableFuture<Void> cancelled = new CompletableFuture<>();
        private Flow.Subscription subscription;

        Cancelling(int at) {
            this.at = at;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            this.subscription = subscription;
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(Tag tag) {
            if (seen.incrementAndGet() == at) {
                subscription.cancel();
                cancelled.complete(null);
            }
        }

        @Override
        public void onError(Throwable failure) {
            cancelled.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            cancelled.completeExceptionally(new AssertionError("It was not cancelled."));
        }
    }
}
