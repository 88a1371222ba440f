package dev.unirow.session.tests.scope;

import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;
import static dev.unirow.session.ScopeOptions.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.EnumSource.Mode.EXCLUDE;

import dev.unirow.session.AsyncSession;
import dev.unirow.session.Database;
import dev.unirow.session.tests.DatabaseContract;
import dev.unirow.session.tests.models.Tag;
import dev.unirow.session.tests.models.User;
import dev.unirow.testing.Capability;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import dev.unirow.testing.Waiting;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who calls, and where the results arrive: on the caller's context, of whichever Vert.x. */
@EachDatabase
class CallersContract extends DatabaseContract {
    private static final String REFUSAL =
            "The result of a Uni was waited for on an event loop, which must never wait: the work function of a scope runs on one, "
                    + "and what it would wait for needs it. Return the Uni instead, and go on with chain(result -> …) or "
                    + "map(result -> …).";

    private Vertx vertx;

    @BeforeEach
    void startVertx() {
        vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    }

    @AfterEach
    void stopVertx() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static void assume(Caller caller) {
        assumeTrue(caller.isAvailable(), caller + " takes JDK 21");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EXCLUDE,
            names = {"EVENT_LOOP", "DUPLICATED_CONTEXT"})
    void waitingWorksWhereAThreadMayWait(Caller caller) {
        assume(caller);

        String name = caller.call(vertx, () -> {
            AsyncSession session = db.session();
            try {
                User user = new User("chonky");
                session.add(user);
                await(session.commit());
                await(session.refresh(user));
                await(session.rollback()); // SQLite in memory has but one connection
                User found = await(db.begin(s -> s.get(User.class, user.id())));
                List<User> streamed = session.stream(select(User.class))
                        .subscribe()
                        .asStream()
                        .toList();
                assertThat(streamed).containsExactly(found);
                return found.name();
            } finally {
                await(session.close());
            }
        });

        assertThat(name).isEqualTo("chonky");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EXCLUDE,
            names = {"PLAIN_THREAD", "VIRTUAL_THREAD"})
    void everyResultArrivesOnTheContextOfItsCaller(Caller caller) {
        assume(caller);
        committedUser("chonky");

        assertThat(misplaced(caller, db)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EXCLUDE,
            names = {"PLAIN_THREAD", "VIRTUAL_THREAD"})
    void everyResultArrivesOnTheContextOfItsCallerWhenTheVertxIsGiven(Caller caller) {
        assume(caller);
        try (Database given = Database.builder(target.newDatabaseUrl())
                .models(models())
                .vertx(vertx)
                .open()) {
            await(given.createAll());
            await(given.begin(session -> {
                session.add(new User("chonky"));
                return session.flush();
            }));

            assertThat(misplaced(caller, given)).isEmpty();
        }
    }

    /** Ways to get a result, and those of them that did not arrive where they were asked for. */
    private Map<String, String> misplaced(Caller caller, Database db) {
        Map<String, String> misplaced = new LinkedHashMap<>();
        AsyncSession session = db.session();
        try {
            Map<String, Uni<?>> ways = new LinkedHashMap<>();
            ways.put("find", session.find(User.class, 1));
            ways.put("again, from the session", session.find(User.class, 1));
            ways.put("flush", session.flush());
            ways.put("commit", session.commit());
            ways.put("nested", session.nested(inner -> inner.find(User.class, 1)));
            ways.put("stream", session.stream(select(User.class)).collect().asList());
            ways.put("close", session.close());
            ways.forEach((name, way) -> misplaced.putAll(misplaced(caller, name, way)));
        } finally {
            await(session.close());
        }
        Map<String, Uni<?>> ways = new LinkedHashMap<>();
        ways.put("session", db.session(s -> s.find(User.class, 1)));
        ways.put("begin", db.begin(s -> s.find(User.class, 1)));
        ways.put("read", db.read(s -> s.find(User.class, 1)));
        ways.put("read nothing", db.read(s -> Uni.createFrom().item("nothing")));
        ways.put("connect", db.connect(c -> c.select("select 1")));
        ways.put("failure", db.begin(s -> s.get(User.class, 99)));
        ways.put(
                "time-out",
                db.begin(
                        options().timeout(Duration.ofMillis(20)),
                        s -> Uni.createFrom().nothing()));
        ways.put("stats", db.stats());
        ways.put("ping", db.ping());
        ways.forEach((name, way) -> misplaced.putAll(misplaced(caller, name, way)));
        return misplaced;
    }

    private Map<String, String> misplaced(Caller caller, String name, Uni<?> way) {
        return caller.callAsync(vertx, own -> {
            CompletableFuture<Map<String, String>> arrived = new CompletableFuture<>();
            way.onItemOrFailure()
                    .transform((result, failure) -> Vertx.currentContext() == own
                            ? Map.<String, String>of()
                            : Map.of(name, "on " + Vertx.currentContext() + " and not " + own))
                    .subscribe()
                    .with(arrived::complete);
            return arrived;
        });
    }

    @ParameterizedTest
    @EnumSource(
            mode = EXCLUDE,
            names = {"PLAIN_THREAD", "VIRTUAL_THREAD"})
    void theModelsOfAStreamArriveOnTheContextOfTheCaller(Caller caller) {
        assume(caller);
        await(db.begin(session -> session.insertAll(java.util.stream.IntStream.range(0, 1_200)
                        .mapToObj(i -> new Tag("t" + i, "x"))
                        .toList())
                .replaceWithVoid()));

        Map<Context, Integer> seen = caller.callAsync(vertx, own -> {
            Map<Context, Integer> places = new ConcurrentHashMap<>();
            AsyncSession session = db.session();
            CompletableFuture<Map<Context, Integer>> done = new CompletableFuture<>();
            session.stream(select(Tag.class))
                    .invoke(tag -> places.merge(Vertx.currentContext(), 1, Integer::sum))
                    .collect()
                    .last()
                    .eventually(session::close)
                    .subscribe()
                    .with(
                            last -> {
                                assertThat(places).containsOnlyKeys(own);
                                done.complete(places);
                            },
                            done::completeExceptionally);
            return done;
        });

        assertThat(seen.values()).containsExactly(1_200);
    }

    @Test
    void callersOfAllKindsUseOneSessionAtOnce() throws Exception {
        List<Caller> callers = Arrays.stream(Caller.values())
                .filter(caller -> caller.isAvailable())
                .toList();
        AsyncSession session = db.session();
        ExecutorService starters = Executors.newFixedThreadPool(callers.size());
        try {
            List<Future<List<Tag>>> all = callers.stream()
                    .map(caller -> starters.submit(() -> caller.<List<Tag>>callAsync(
                            vertx,
                            own -> Multi.createFrom()
                                    .range(0, 20)
                                    .onItem()
                                    .transformToUniAndConcatenate(i -> {
                                        String label = caller + " " + i;
                                        session.add(new Tag(label, "x"));
                                        return session.flush().chain(() -> session.get(Tag.class, label));
                                    })
                                    .collect()
                                    .asList()
                                    .subscribeAsCompletionStage())))
                    .toList();
            for (Future<List<Tag>> each : all) {
                assertThat(each.get(Waiting.LIMIT.toSeconds(), TimeUnit.SECONDS))
                        .hasSize(20);
            }
            await(session.commit());
        } finally {
            starters.shutdownNow();
            await(session.close());
        }
        assertThat(count(Tag.class)).isEqualTo(20L * callers.size());
    }

    @Test
    @Requires(Capability.SERVER)
    void workRunsOnTheEventLoopOfItsCallerWhereTheVertxIsGiven() {
        try (Database given = Database.builder(target.newDatabaseUrl())
                .models(models())
                .vertx(vertx)
                .open()) {
            await(given.createAll());
            Boolean same = Caller.EVENT_LOOP.callAsync(vertx, own -> {
                Thread thread = Thread.currentThread();
                return given.begin(session -> session.find(User.class, 1).map(none -> Thread.currentThread() == thread))
                        .map(inside -> inside && Thread.currentThread() == thread)
                        .subscribeAsCompletionStage();
            });

            assertThat(same).isTrue();
        }
    }

    @Test
    @Requires(Capability.EMBEDDING)
    void statementsNeverRunOnAnEventLoopOfTheApplicationWhereThereIsNoServer() {
        try (Database given = Database.builder(target.newDatabaseUrl())
                .models(models())
                .vertx(vertx)
                .open()) {
            Boolean same = Caller.EVENT_LOOP.callAsync(vertx, own -> {
                Thread thread = Thread.currentThread();
                return given.begin(session -> Uni.createFrom().item(() -> Thread.currentThread() == thread))
                        .subscribeAsCompletionStage();
            });

            assertThat(same).isFalse();
        }
    }

    @Test
    void aGivenVertxOutlivesTheDatabases() {
        for (int i = 0; i < 2; i++) {
            try (Database given = Database.builder(target.newDatabaseUrl())
                    .models(models())
                    .vertx(vertx)
                    .open()) {
                await(given.createAll());
                User user = new User("chonky");
                await(given.begin(session -> {
                    session.add(user);
                    return session.flush();
                }));
                User found = await(given.read(session -> session.get(User.class, user.id())));
                assertThat(found).isEqualTo(user);
            }
            CompletableFuture<Long> fired = new CompletableFuture<>();
            vertx.setTimer(1, fired::complete);
            assertThat(fired.orTimeout(Waiting.LIMIT.toSeconds(), TimeUnit.SECONDS)
                            .join())
                    .isNotNull();
        }
    }

    @Test
    void aDatabaseIsClosedAlsoAfterTheVertxThatItWasGiven() {
        Vertx first = Vertx.vertx();
        Database given = Database.builder(target.newDatabaseUrl())
                .models(models())
                .vertx(first)
                .open();
        await(given.createAll());
        first.close().toCompletionStage().toCompletableFuture().join();

        CompletableFuture.runAsync(given::close)
                .orTimeout(Waiting.LIMIT.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    @Test
    void aCallerWhoseVertxIsClosedMeanwhileIsInNobodysWay() {
        Vertx first = Vertx.vertx();
        AsyncSession session = db.session();
        try {
            CompletableFuture<Void> asked = new CompletableFuture<>();
            Caller.EVENT_LOOP.start(first, () -> {
                first.close();
                for (int i = 0; i < 50; i++) {
                    session.find(User.class, i).subscribe().with(found -> {}, failure -> {});
                }
                asked.complete(null);
            });
            asked.orTimeout(Waiting.LIMIT.toSeconds(), TimeUnit.SECONDS).join();

            assertThat(await(session.count(select(User.class)))).isZero();
        } finally {
            await(session.close());
        }
        assertThat(await(db.stats()).inUse()).isZero();
    }

    @Test
    void waitingInsideWorkFailsAtOnceAndSaysWhatToWrite() {
        List<Function<AsyncSession, Object>> ways = List.of(
                session -> await(session.find(User.class, 2)),
                session -> session.find(User.class, 2).await().indefinitely(),
                session -> session.flush().await().atMost(Waiting.LIMIT),
                session -> session.stream(select(User.class))
                        .subscribe()
                        .asStream()
                        .toList());
        for (Function<AsyncSession, Object> way : ways) {
            List<Uni<?>> scopes = List.of(
                    db.session(session -> Uni.createFrom().item(way.apply(session))),
                    db.begin(session -> session.find(User.class, 1).map(none -> way.apply(session))),
                    db.read(session -> session.find(User.class, 1).invoke(none -> way.apply(session))),
                    db.connect(connection -> db.read(session -> Uni.createFrom().item(way.apply(session)))),
                    db.begin(session -> session.nested(inner -> Uni.createFrom().item(way.apply(inner)))));
            for (Uni<?> scope : scopes) {
                assertThatThrownBy(() -> scope.await().atMost(Waiting.LIMIT))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage(REFUSAL);
            }
        }
        Awaitility.await()
                .atMost(Waiting.LIMIT)
                .untilAsserted(() -> assertThat(await(db.stats()).inUse()).isZero());
    }

    @Test
    void waitingOnAnEventLoopOfTheApplicationFailsAtOnceToo() {
        assertThatThrownBy(() -> Caller.EVENT_LOOP.call(vertx, () -> await(db.read(s -> s.find(User.class, 1)))))
                .isInstanceOf(CompletionException.class)
                .hasRootCauseMessage(REFUSAL);
    }

    @Test
    void openingAndClosingOnAnEventLoopAreRefused() {
        assertThatThrownBy(() -> Caller.EVENT_LOOP.call(vertx, () -> Database.open("sqlite://")))
                .hasRootCauseMessage(
                        "Opening a database blocks, and the caller is on an event loop. Open it from another thread, or with openAsync.");
        assertThatThrownBy(() -> Caller.EVENT_LOOP.call(vertx, () -> {
                    db.close();
                    return "closed";
                }))
                .hasRootCauseMessage(
                        "Closing a database blocks, and the caller is on an event loop. Close it from another thread.");
    }
}
