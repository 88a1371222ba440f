package dev.unirow.session.tests.connection;

import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.session.AsyncSession;
import dev.unirow.session.Database;
import dev.unirow.session.DatabaseBuilder;
import dev.unirow.session.PoolStats;
import dev.unirow.session.exception.CommitUnknownException;
import dev.unirow.session.exception.DatabaseUnavailableException;
import dev.unirow.session.tests.DatabaseContract;
import dev.unirow.session.tests.models.Tag;
import dev.unirow.testing.Capability;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import dev.unirow.testing.Waiting;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Connections that died while nobody used them: who comes next does not notice. */
@EachDatabase
@Requires(Capability.SERVER)
class IdleConnectionsContract extends DatabaseContract {
    private static final int SIZE = 4;

    private CutWire wire;
    private Database remote;

    /** The first operation of a kind on a connection; how many tags it saw. */
    private record Kind(String name, Function<Database, Uni<Long>> operation) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("begin", db -> db.begin(session -> session.count(select(Tag.class)))),
            new Kind("session", db -> db.session((AsyncSession session) -> session.count(select(Tag.class)))),
            new Kind("read", db -> db.read(session -> session.count(select(Tag.class)))),
            new Kind("nested", db -> db.begin(session -> session.nested(inside -> inside.count(select(Tag.class))))),
            new Kind(
                    "stream",
                    db -> db.read((AsyncSession session) ->
                            session.stream(select(Tag.class)).collect().asList().map(all -> (long) all.size()))),
            new Kind(
                    "transaction of connect",
                    db -> db.connect(connection -> connection
                            .begin()
                            .chain(() -> connection.select("select count(*) as n from tag"))
                            .map(IdleConnectionsContract::number))));

    private static long number(List<Map<String, Object>> rows) {
        return ((Number) rows.get(0).get("n")).longValue();
    }

    @BeforeEach
    void openOverTheWire() {
        String url = target.newDatabaseUrl();
        wire = new CutWire(url);
        remote = builder().open();
        await(remote.createAll());
        await(insert("a"));
    }

    private DatabaseBuilder builder() {
        return Database.builder(wire.url()).models(models()).poolSize(SIZE);
    }

    @AfterEach
    void closeTheWire() {
        remote.close();
        wire.close();
    }

    private Uni<Void> insert(String key) {
        return remote.begin(session -> {
            session.add(new Tag(key, "text"));
            return session.flush();
        });
    }

    /** As many connections as fit, all idle. */
    private void fillThePool() {
        List<AsyncSession> sessions =
                IntStream.range(0, SIZE).mapToObj(i -> remote.session()).toList();
        sessions.forEach(session -> await(session.count(select(Tag.class))));
        assertThat(await(remote.stats()).size()).isEqualTo(SIZE);
        sessions.forEach(session -> await(session.close()));
        awaitNoneInUse();
    }

    private void awaitNoneInUse() {
        Awaitility.await().atMost(Waiting.LIMIT).untilAsserted(() -> {
            PoolStats stats = await(remote.stats());
            assertThat(stats.inUse()).isZero();
            assertThat(stats.waiting()).isZero();
        });
    }

    @Test
    void aConnectionThatEndsWhileItIsOpenedIsOpenedOnceMore() {
        for (Kind kind : KINDS) {
            wire.cutNextOpening(1);
            wire.cutAll();

            assertThat(await(kind.operation.apply(remote))).as(kind.name).isEqualTo(1);
        }
        awaitNoneInUse();
    }

    @Test
    void whoEndsEachConnectionWhileItIsOpenedIsUnavailable() {
        wire.cutNextOpening(2);
        wire.cutAll();

        assertThatThrownBy(() -> await(insert("b"))).isInstanceOf(DatabaseUnavailableException.class);
        awaitNoneInUse();
        assertThat(await(KINDS.get(0).operation.apply(remote))).isEqualTo(1);
    }

    @Test
    void whatComesAfterAllIdleConnectionsWereEndedWorksAtOnce() {
        endIdleConnections(2, () -> wire.cutAll());
    }

    @Test
    void whatComesAfterTheServerKilledAllIdleConnectionsWorksAtOnce() {
        endIdleConnections(2, () -> target.killConnections(wire.serverUrl()));
    }

    @Test
    @org.junit.jupiter.api.Tag("deep")
    void whatComesAfterIdleConnectionsWereEndedManyTimesWorksAtOnce() {
        endIdleConnections(20, () -> wire.cutAll());
        endIdleConnections(20, () -> target.killConnections(wire.serverUrl()));
    }

    private void endIdleConnections(int rounds, Runnable end) {
        try (PrintedErrors errors = new PrintedErrors()) {
            for (int round = 0; round < rounds; round++) {
                for (Kind kind : KINDS) {
                    fillThePool();

                    end.run();

                    assertThat(await(kind.operation.apply(remote)))
                            .as(kind.name)
                            .isEqualTo(1);
                }
            }
            awaitNoneInUse();
            assertThat(errors.text()).isEmpty();
        }
    }

    @Test
    void thePingAfterTheOnlyConnectionWasKilledSaysNothingPastTheLoggers() {
        remote.close();
        remote = builder().poolSize(1).open();
        try (PrintedErrors errors = new PrintedErrors()) {
            for (int round = 0; round < 10; round++) {
                await(remote.ping());
                target.killConnections(wire.serverUrl());
                await(remote.ping());
            }
            assertThat(errors.text()).isEmpty();
        }
    }

    @Test
    void manyAtOnceAfterAllIdleConnectionsWereEndedWork() {
        for (int round = 0; round < 5; round++) {
            fillThePool();

            wire.cutAll();

            List<Uni<Long>> all = IntStream.range(0, 3 * SIZE)
                    .mapToObj(i -> KINDS.get(i % KINDS.size()).operation.apply(remote))
                    .toList();
            List<Long> answers = await(Uni.join().all(all).andCollectFailures());
            assertThat(answers).containsOnly(1L);
        }
        awaitNoneInUse();
    }

    @Test
    void idleConnectionsThatSwallowWhatIsSentAreReplacedAfterTheTimeForConnecting() {
        remote.close();
        remote = builder().connectTimeout(Duration.ofSeconds(1)).open();
        for (Kind kind : KINDS) {
            fillThePool();
            Awaitility.await()
                    .atMost(Waiting.LIMIT)
                    .pollDelay(Duration.ofMillis(600))
                    .until(() -> true); // no load: they count as idle

            wire.freezeAll();

            assertThat(await(kind.operation.apply(remote))).as(kind.name).isEqualTo(1);
            wire.cutAll();
        }
        awaitNoneInUse();
    }

    @Test
    void aChangeOutsideOfATransactionThatIsNotAnsweredMayHaveBeenMade() {
        for (boolean delivered : new boolean[] {true, false}) {
            wire.cutAt("DELETE FROM", delivered);

            assertThatThrownBy(() -> await(remote.connect(connection -> connection.execute("delete from tag"))))
                    .isInstanceOf(CommitUnknownException.class);

            awaitNoneInUse();
        }
        await(insert("b"));
    }
}
