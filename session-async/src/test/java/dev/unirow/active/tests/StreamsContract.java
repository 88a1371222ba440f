package dev.unirow.active.tests;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.active.tests.models.User;
import dev.unirow.session.AsyncSession;
import dev.unirow.testing.Capability;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import dev.unirow.testing.Waiting;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code objects.stream()}: in the scope around it, or with a session of its own that ends with the stream. */
@EachDatabase
class StreamsContract extends ActiveContract {
    private static final int ROWS = 1_200;
    private static final Duration SOON = Waiting.LIMIT;

    @BeforeEach
    void insertUsers() {
        await(db.begin(session -> session.insertAll(IntStream.range(0, ROWS)
                        .mapToObj(i -> new User(name(i)))
                        .toList())
                .replaceWithVoid()));
    }

    @AfterEach
    void nothingIsHeld() {
        Awaitility.await()
                .atMost(Waiting.LIMIT)
                .untilAsserted(() -> assertThat(await(db.stats()).inUse()).isZero());
    }

    private static String name(int i) {
        return String.format("user %04d", i);
    }

    private static Uni<List<String>> names() {
        return User.objects.orderBy("name").stream().map(User::name).collect().asList();
    }

    private static List<String> allNames() {
        return IntStream.range(0, ROWS).mapToObj(StreamsContract::name).toList();
    }

    @Test
    void outsideOfAScopeItHasASessionOfItsOwnAndCanBeRepeated() {
        Uni<List<String>> names = names();

        assertThat(await(names)).isEqualTo(allNames());
        assertThat(await(names)).isEqualTo(allNames());
    }

    @Test
    void whatNarrowsASetNarrowsItsStream() {
        assertThat(await(User.objects
                        .filter("name__startswith", "user 000")
                        .exclude("name", "user 0003")
                        .orderBy("-name")
                        .limit(3)
                        .stream()
                        .map(User::name)
                        .collect()
                        .asList()))
                .containsExactly("user 0009", "user 0008", "user 0007");
    }

    @Test
    void nothingIsSentBeforeItIsAskedForAndNoMoreThanThat() {
        AssertSubscriber<User> subscriber = AssertSubscriber.create(0);
        User.objects.stream().subscribe(subscriber);
        for (int i = 1; i <= 3; i++) {
            subscriber.request(1).awaitItems(i, SOON);
            assertThat(subscriber.getItems()).hasSize(i);
        }
        subscriber.cancel();
    }

    @Test
    void itsConnectionIsGivenBackHoweverItEnds() {
        for (int i = 0; i < 15; i++) { // more than there are connections
            assertThat(await(User.objects.stream().select().first(7).collect().asList()))
                    .hasSize(7);
            assertThatThrownBy(() -> await(User.objects.stream()
                            .invoke(user -> {
                                throw new IllegalArgumentException("enough");
                            })
                            .collect()
                            .last()))
                    .hasMessage("enough");
        }
        assertThat(await(names())).isEqualTo(allNames());
    }

    @Test
    void inAScopeItSeesWhatTheScopeWroteAndIsTakenBackWithIt() {
        assertThatThrownBy(() -> await(db.begin(session -> User.objects
                        .create(Map.of("name", "Tom"))
                        .chain(() -> names())
                        .invoke(names -> assertThat(names).hasSize(ROWS + 1).contains("Tom"))
                        .chain(() -> User.objects.stream()
                                .onItem()
                                .transformToUniAndConcatenate(user ->
                                        User.objects.filter("pk", user.id()).delete())
                                .collect()
                                .asList())
                        .chain(() -> User.objects.count())
                        .invoke(left -> assertThat(left).isZero())
                        .chain(() -> Uni.createFrom().failure(new IllegalArgumentException("undo"))))))
                .hasMessage("undo");

        assertThat(await(User.objects.count())).isEqualTo(ROWS);
    }

    @Test
    @Requires(Capability.ROW_LOCKS)
    void flowsThatStreamAtOnceEachSeeTheirOwnTransaction() {
        List<Uni<Boolean>> flows = IntStream.range(0, 4)
                .mapToObj(i -> db.begin(session -> User.objects
                        .create(Map.of("name", "mine " + i))
                        .chain(() -> User.objects.stream()
                                .map(User::name)
                                .filter(name -> name.startsWith("mine"))
                                .collect()
                                .asList())
                        .map(seen -> seen.equals(List.of("mine " + i)))
                        .call(() -> session.rollback())))
                .toList();

        assertThat(await(Uni.join().all(flows).andFailFast())).containsOnly(true);
    }

    @Test
    void modelsOfAStreamAreTrackedByNobody() {
        Boolean tracked = await(db.begin(
                session -> User.objects.stream().select().first().toUni().chain(session::contains)));

        assertThat(tracked).isFalse();
    }

    @Test
    void aSessionOrADatabaseCanBeNamed() {
        AsyncSession session = db.session();
        try {
            await(User.objects.on(session).create(Map.of("name", "Tom")));
            assertThat(await(User.objects.on(session).stream().collect().asList()))
                    .hasSize(ROWS + 1);
            await(session.rollback());
        } finally {
            await(session.close());
        }
        assertThat(await(User.objects.in(db).stream().collect().asList())).hasSize(ROWS);
    }

    @Test
    void modelsArriveOnTheVertxContextOfTheSubscriberAndSoDoesTheEnd() {
        Vertx vertx = Vertx.vertx();
        try {
            Set<Context> seen = ConcurrentHashMap.newKeySet();
            CompletableFuture<Context> ended = new CompletableFuture<>();
            Context caller = vertx.getOrCreateContext();
            caller.runOnContext(ignored -> User.objects.stream()
                    .subscribe()
                    .with(
                            user -> seen.add(Vertx.currentContext()),
                            ended::completeExceptionally,
                            () -> ended.complete(Vertx.currentContext())));

            assertThat(ended.orTimeout(Waiting.LIMIT.toSeconds(), TimeUnit.SECONDS)
                            .join())
                    .isSameAs(caller);
            assertThat(seen).containsExactly(caller);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }
}
