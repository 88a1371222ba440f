package dev.unirow.session.tests.connection;

import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.unirow.session.AsyncSession;
import dev.unirow.session.Database;
import dev.unirow.session.PoolStats;
import dev.unirow.session.exception.CommitUnknownException;
import dev.unirow.session.exception.ConnectionLostException;
import dev.unirow.session.exception.DatabaseUnavailableException;
import dev.unirow.session.tests.models.Tag;
import dev.unirow.testing.Capability;
import dev.unirow.testing.DatabaseKind;
import dev.unirow.testing.DatabaseTarget;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.MariaDbServer;
import dev.unirow.testing.OwnServer;
import dev.unirow.testing.PostgresServer;
import dev.unirow.testing.Requires;
import dev.unirow.testing.Waiting;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that crashes and comes back under an open database. */
@EachDatabase
@Requires(Capability.SERVER)
class RestartContract {
    DatabaseTarget target;
    private OwnServer server;
    private Database db;

    private OwnServer start() {
        return target.kind() == DatabaseKind.POSTGRESQL ? PostgresServer.own() : MariaDbServer.own();
    }

    @BeforeEach
    void openOnAServerOfItsOwn() {
        server = start();
        db = Database.builder(server.url()).models(Tag.class).poolSize(4).open();
        await(db.createAll());
    }

    @AfterEach
    void close() {
        db.close();
        server.close();
    }

    private Uni<Void> insert(String key) {
        return db.begin(session -> {
            session.add(new Tag(key, "text"));
            return session.flush();
        });
    }

    private List<Uni<?>> operations() {
        return List.of(
                insert("while it is down"),
                db.read(session -> session.count(select(Tag.class))),
                db.session((AsyncSession session) -> session.count(select(Tag.class))),
                db.read((AsyncSession session) ->
                        session.stream(select(Tag.class)).collect().asList()),
                db.connect(connection -> connection.execute("delete from tag")));
    }

    private long count() {
        return await(db.read(session -> session.count(select(Tag.class))));
    }

    private void awaitNoneInUse() {
        Awaitility.await().atMost(Waiting.LIMIT).untilAsserted(() -> {
            PoolStats stats = await(db.stats());
            assertThat(stats.inUse()).isZero();
            assertThat(stats.waiting()).isZero();
        });
    }

    @Test
    void whileTheServerIsDownOperationsFailQuicklyAndTheFirstOneAfterItsStartWorks() {
        await(insert("before"));
        for (int round = 0; round < 2; round++) {
            server.crash();

            for (Uni<?> operation : operations()) {
                assertThat(catchThrowable(() -> await(operation)))
                        .isInstanceOf(DatabaseUnavailableException.class)
                        .hasMessageContaining("could not be reached");
            }
            awaitNoneInUse();

            server.start();
            await(insert("after " + round));
            assertThat(count()).isEqualTo(round + 2L);
            awaitNoneInUse();
        }
    }

    @Test
    void aTransactionThatTheCrashMeetsIsLostAndTheNextOneWorks() {
        AsyncSession session = db.session();
        session.add(new Tag("open", "text"));
        await(session.flush());

        server.crash();

        assertThat(catchThrowable(() -> await(session.count(select(Tag.class)))))
                .isInstanceOf(ConnectionLostException.class);
        await(session.rollback());
        server.start();
        long kept = await(session.count(select(Tag.class)));
        assertThat(kept).isZero();
        await(session.close());
        awaitNoneInUse();
    }

    @Test
    void whatWasAcknowledgedIsThereAndWhatFailedIsNot() {
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        Set<String> refused = ConcurrentHashMap.newKeySet();
        Set<Throwable> failures = ConcurrentHashMap.newKeySet();
        AtomicInteger next = new AtomicInteger();
        Set<Integer> stopped = ConcurrentHashMap.newKeySet();
        Runnable[] writers = new Runnable[8];
        for (int i = 0; i < writers.length; i++) {
            int writer = i;
            writers[i] = () -> {
                String key = "row " + next.incrementAndGet();
                insert(key)
                        .subscribe()
                        .with(
                                done -> {
                                    acknowledged.add(key);
                                    writers[writer].run();
                                },
                                failure -> {
                                    failures.add(failure);
                                    if (!(failure instanceof CommitUnknownException)) {
                                        refused.add(key);
                                    }
                                    stopped.add(writer);
                                });
            };
            writers[i].run();
        }
        Awaitility.await().atMost(Waiting.LIMIT).until(() -> acknowledged.size() > 200);

        server.crash();

        Awaitility.await().atMost(Waiting.LIMIT).until(() -> stopped.size() == writers.length);
        assertThat(failures)
                .allSatisfy(failure -> assertThat(failure)
                        .isInstanceOfAny(
                                ConnectionLostException.class,
                                DatabaseUnavailableException.class,
                                CommitUnknownException.class));
        server.start();
        List<Tag> kept = await(db.read(session -> session.all(select(Tag.class))));
        Set<String> keys = kept.stream().map(Tag::label).collect(Collectors.toSet());
        assertThat(keys).containsAll(acknowledged).doesNotContainAnyElementsOf(refused);
        IntStream.range(0, 20).forEach(i -> await(insert("after " + i)));
        awaitNoneInUse();
    }
}
