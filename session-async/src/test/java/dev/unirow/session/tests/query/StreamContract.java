package dev.unirow.session.tests.query;

import static dev.unirow.query.Queries.asc;
import static dev.unirow.query.Queries.delete;
import static dev.unirow.query.Queries.ref;
import static dev.unirow.query.Queries.select;
import static dev.unirow.query.Queries.text;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.query.Select;
import dev.unirow.session.AsyncSession;
import dev.unirow.session.exception.SessionClosedException;
import dev.unirow.session.exception.StreamCutOffException;
import dev.unirow.session.tests.DatabaseContract;
import dev.unirow.session.tests.models.Pet;
import dev.unirow.session.tests.models.Tag;
import dev.unirow.session.tests.models.User;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Waiting;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.hibernate.Hibernate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Long results as streams: with demand, cancellation, and the session free between batches. */
@EachDatabase
class StreamContract extends DatabaseContract {
    private static final int ROWS = 1_700;
    private static final Duration SOON = Waiting.LIMIT;

    private static final Select<Tag> TAGS = select(Tag.class).orderBy(asc(Tag::label));

    @BeforeEach
    void insertRows() {
        await(db.begin(session -> {
            IntStream.range(0, ROWS).forEach(i -> session.add(new Tag(label(i), "x")));
            return session.flush();
        }));
    }

    private static String label(int i) {
        return String.format("t%04d", i);
    }

    private static List<String> labels() {
        return IntStream.range(0, ROWS).mapToObj(StreamContract::label).toList();
    }

    private static Uni<List<String>> streamed(AsyncSession session) {
        return session.stream(TAGS).map(Tag::label).collect().asList();
    }

    private <T> List<T> readStream(Select<T> select) {
        return await(db.read(session -> session.stream(select).collect().asList()));
    }

    private long rows() {
        Long rows = await(db.read((AsyncSession session) -> session.count(TAGS)));
        return rows;
    }

    @Test
    void allRowsComeInOrderInEveryKindOfScope() {
        assertThat(await(db.session(StreamContract::streamed))).isEqualTo(labels());
        assertThat(await(db.begin(StreamContract::streamed))).isEqualTo(labels());
        assertThat(await(db.read(StreamContract::streamed))).isEqualTo(labels());
    }

    @Test
    void aStreamCanBeSubscribedToAgain() {
        List<List<String>> both = await(db.session(session -> {
            Uni<List<String>> stream = streamed(session);
            return stream.flatMap(first -> stream.map(second -> List.of(first, second)));
        }));

        assertThat(both).containsExactly(labels(), labels());
    }

    @Test
    void aStreamOfNothingEndsAtOnce() {
        assertThat(readStream(select(User.class))).isEmpty();
    }

    @Test
    void limitAndOffsetHoldInAStream() {
        assertThat(readStream(TAGS.offset(5).limit(1_200)))
                .extracting(Tag::label)
                .isEqualTo(labels().subList(5, 1_205));
    }

    @Test
    void nothingIsReadBeyondTheDemandAndTheBatchBehindIt() {
        AsyncSession session = db.session();
        try {
            AssertSubscriber<Tag> subscriber = AssertSubscriber.create(0);
            session.stream(TAGS).subscribe(subscriber);
            await(session.flush());
            subscriber.assertHasNotReceivedAnyItem();

            subscriber.request(3).awaitItems(3, SOON);
            await(session.flush());
            assertThat(subscriber.getItems()).hasSize(3);

            subscriber.request(Long.MAX_VALUE).awaitCompletion(SOON);
            assertThat(subscriber.getItems()).hasSize(ROWS);
        } finally {
            await(session.close());
        }
    }

    @Test
    void theSessionDoesOtherWorkBetweenBatchesInTheSameTransaction() {
        AsyncSession session = db.session();
        try {
            User chonky = new User("chonky");
            AssertSubscriber<Tag> subscriber = AssertSubscriber.create(10);
            session.stream(TAGS).subscribe(subscriber);
            subscriber.awaitItems(10, SOON);

            session.add(chonky);
            await(session.flush());
            assertThat(await(session.all(TAGS))).hasSize(ROWS); // the very statement of the stream
            assertThat(await(session.count(TAGS))).isEqualTo(ROWS);
            subscriber.request(ROWS).awaitCompletion(SOON);

            assertThat(subscriber.getItems()).extracting(Tag::label).isEqualTo(labels());
            await(session.commit());
            assertThat(readElsewhere(User.class, chonky.id())).isNotNull();
        } finally {
            await(session.close());
        }
    }

    @Test
    void twoStreamsOfOneSessionRunBesideEachOther() {
        for (Function<Function<AsyncSession, Uni<List<String>>>, Uni<List<String>>> scope :
                List.<Function<Function<AsyncSession, Uni<List<String>>>, Uni<List<String>>>>of(
                        db::session, db::begin, db::read)) {
            List<String> pairs = await(scope.apply(session -> Multi.createBy()
                    .combining()
                    .streams(session.stream(TAGS), session.stream(TAGS))
                    .using((one, other) -> {
                        assertThat(one).isNotSameAs(other);
                        return one.label().equals(other.label()) ? one.label() : "differ";
                    })
                    .collect()
                    .asList()));

            assertThat(pairs).isEqualTo(labels());
        }
    }

    @Test
    void streamedModelsAreDetachedAndNotThoseThatTheSessionTracks() {
        await(db.begin(session -> session.find(Tag.class, label(0))
                .flatMap(tracked -> session.stream(TAGS.limit(1))
                        .collect()
                        .first()
                        .flatMap(streamed -> {
                            assertThat(streamed).isNotSameAs(tracked);
                            assertThat(streamed.label()).isEqualTo(tracked.label());
                            return session.contains(streamed)
                                    .invoke(contained -> assertThat(contained).isFalse());
                        }))));
    }

    @Test
    void whatWasAddedIsFlushedBeforeTheStream() {
        List<String> names = await(db.session(session -> {
            session.add(new User("phroge"));
            return session.stream(select(User.class)).map(User::name).collect().asList();
        }));

        assertThat(names).containsExactly("phroge");
    }

    @Test
    void referencesAreSparseUnlessFetched() {
        User chonky = committedUser("chonky");
        await(db.begin(session -> session.get(User.class, chonky.id()).flatMap(owner -> {
            session.addAll(new Pet("a", owner), new Pet("b", owner));
            return session.flush();
        })));

        List<Pet> sparse = readStream(select(Pet.class));
        List<Pet> fetched = readStream(select(Pet.class)
                .fetch(Pet::owner)
                .where(ref(Pet::owner).text(User::name).eq("chonky")));

        assertThat(sparse).hasSize(2).allSatisfy(pet -> {
            assertThat(Hibernate.isInitialized(pet.owner())).isFalse();
            assertThat(pet.owner().id()).isEqualTo(chonky.id());
        });
        assertThat(fetched)
                .hasSize(2)
                .allSatisfy(pet -> assertThat(pet.owner().name()).isEqualTo("chonky"));
        assertThat(await(db.session(session -> session.fetch(sparse.get(0).owner())))
                        .name())
                .isEqualTo("chonky");
    }

    @Test
    void aCancelledStreamLeavesTheSessionFree() {
        for (int i = 0; i < 30; i++) { // more than there are connections
            List<String> first = await(db.read(session -> session.stream(TAGS)
                    .map(Tag::label)
                    .select()
                    .first(10)
                    .collect()
                    .asList()));
            assertThat(first).isEqualTo(labels().subList(0, 10));
        }
        AsyncSession session = db.session();
        try {
            for (int i = 0; i < 3; i++) {
                assertThat(await(session.stream(TAGS)
                                .select()
                                .first(10)
                                .collect()
                                .asList()))
                        .hasSize(10);
            }
            await(session.execute(delete(Tag.class)));
            await(session.commit());
        } finally {
            await(session.close());
        }
        assertThat(rows()).isZero();
    }

    @Test
    void aStreamThatIsCancelledBeforeItsFirstRowHoldsNothing() {
        AsyncSession session = db.session();
        AssertSubscriber<Tag> subscriber = AssertSubscriber.create(1);
        session.stream(TAGS).subscribe(subscriber);
        subscriber.cancel();
        await(session.execute(delete(Tag.class)));
        await(session.commit());
        await(session.close());

        assertThat(rows()).isZero();
    }

    @Test
    void aFailureDownstreamEndsTheStream() {
        AsyncSession session = db.session();
        try {
            assertThatThrownBy(() -> await(session.stream(TAGS)
                            .invoke(tag -> {
                                throw new IllegalStateException("enough");
                            })
                            .collect()
                            .asList()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("enough");
            assertThat(await(streamed(session))).isEqualTo(labels());
        } finally {
            await(session.close());
        }
    }

    @Test
    void commitAndRollbackCutAStreamOff() {
        for (Function<AsyncSession, Uni<Void>> end :
                List.<Function<AsyncSession, Uni<Void>>>of(AsyncSession::commit, AsyncSession::rollback)) {
            AsyncSession session = db.session();
            try {
                AssertSubscriber<Tag> subscriber = AssertSubscriber.create(10);
                session.stream(TAGS).subscribe(subscriber);
                subscriber.awaitItems(10, SOON);
                await(end.apply(session));
                subscriber.request(Long.MAX_VALUE).awaitFailure(SOON);

                assertThat(subscriber.getFailure())
                        .isInstanceOf(StreamCutOffException.class)
                        .hasMessage(
                                "The stream of Tag was cut off: its session committed or rolled back before all rows "
                                        + "were read. Read it to its end or cancel it first, or stream in a session of its own.");
                assertThat(await(streamed(session))).isEqualTo(labels());
            } finally {
                await(session.close());
            }
        }
    }

    @Test
    void closingTheSessionEndsItsStreams() {
        AsyncSession session = db.session();
        AssertSubscriber<Tag> subscriber = AssertSubscriber.create(10);
        session.stream(TAGS).subscribe(subscriber);
        subscriber.awaitItems(10, SOON);
        await(session.close());
        subscriber.request(Long.MAX_VALUE).awaitFailure(SOON);

        assertThat(subscriber.getFailure()).isInstanceOf(SessionClosedException.class);
        await(db.begin(s -> s.execute(delete(Tag.class)))); // nobody is in the way
    }

    @Test
    void aReadSessionGoesOnWhileAndAfterItStreams() {
        List<Long> counts = await(db.read(session -> session.stream(TAGS)
                .onItem()
                .transformToUniAndConcatenate(tag -> tag.label().endsWith("000")
                        ? session.count(TAGS)
                        : Uni.createFrom().nullItem())
                .collect()
                .asList()
                .flatMap(during -> session.count(TAGS).map(after -> {
                    List<Long> all = new ArrayList<>(during);
                    all.add(after);
                    return all;
                }))));

        assertThat(counts).containsExactly((long) ROWS, (long) ROWS, (long) ROWS);
    }

    @Test
    void modelsArriveOnTheVertxContextOfTheSubscriber() {
        Vertx other = Vertx.vertx();
        AsyncSession session = db.session();
        try {
            Set<Context> seen = ConcurrentHashMap.newKeySet();
            CompletableFuture<Long> counted = new CompletableFuture<>();
            Context caller = other.getOrCreateContext();
            caller.runOnContext(ignored -> session.stream(TAGS)
                    .invoke(tag -> seen.add(Vertx.currentContext()))
                    .collect()
                    .with(java.util.stream.Collectors.counting())
                    .subscribe()
                    .with(counted::complete, counted::completeExceptionally));

            assertThat(counted.orTimeout(Waiting.LIMIT.toSeconds(), TimeUnit.SECONDS)
                            .join())
                    .isEqualTo(ROWS);
            assertThat(seen).containsExactly(caller);
        } finally {
            await(session.close());
            other.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    @Test
    void theTextOfAConditionReachesTheCursor() {
        assertThat(readStream(select(Tag.class).where(text(Tag::label).startswith("t000"))))
                .hasSize(10);
    }
}
