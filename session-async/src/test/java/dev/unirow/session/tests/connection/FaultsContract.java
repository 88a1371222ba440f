package dev.unirow.session.tests.connection;

import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;
import static dev.unirow.session.ScopeOptions.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.session.AsyncSession;
import dev.unirow.session.Database;
import dev.unirow.session.PoolStats;
import dev.unirow.session.SqlConnection;
import dev.unirow.session.exception.CommitUnknownException;
import dev.unirow.session.exception.ConnectionLostException;
import dev.unirow.session.tests.DatabaseContract;
import dev.unirow.session.tests.models.Tag;
import dev.unirow.testing.Capability;
import dev.unirow.testing.CapturedLog;
import dev.unirow.testing.DatabaseKind;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import dev.unirow.testing.Waiting;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Connections that break at a certain moment: what was acknowledged is there, and the next operation works. */
@EachDatabase
@Requires(Capability.SERVER)
class FaultsContract extends DatabaseContract {
    /** A message of either server's form, of a kind that none sends. */
    private static final byte[] NO_ANSWER = {1, 0, 0, 0, 4};

    private CutWire wire;
    private Database cut;

    @BeforeEach
    void openOverTheWire() {
        String url = target.newDatabaseUrl();
        wire = new CutWire(url);
        cut = Database.builder(wire.url()).models(models()).poolSize(2).open();
        await(cut.createAll());
    }

    @AfterEach
    void closeTheWire() {
        cut.close();
        wire.close();
    }

    private Uni<Void> insert(String key) {
        return cut.begin(session -> {
            session.add(new Tag(key, "text"));
            return session.flush();
        });
    }

    private boolean isThere(String key) {
        return await(cut.read(session -> session.find(Tag.class, key))) != null;
    }

    private void awaitAllGivenBack() {
        Awaitility.await().atMost(Waiting.LIMIT).untilAsserted(() -> {
            PoolStats stats = await(cut.stats());
            assertThat(stats.inUse()).isZero();
            assertThat(stats.waiting()).isZero();
        });
    }

    @Test
    void aCommitThatArrivedButWasNotAnsweredIsUnknownAndIsNotDoneAgain() {
        AtomicInteger runs = new AtomicInteger();
        wire.cutAt("COMMIT", true);

        assertThatThrownBy(() -> await(cut.begin(options().retry(3), session -> {
                    runs.incrementAndGet();
                    session.add(new Tag("a", "text"));
                    return session.flush();
                })))
                .isInstanceOf(CommitUnknownException.class);

        assertThat(runs).hasValue(1);
        awaitAllGivenBack();
        Awaitility.await().atMost(Waiting.LIMIT).until(() -> isThere("a"));
        await(insert("b"));
        assertThat(isThere("b")).isTrue();
    }

    @Test
    void aCommitThatDidNotArriveIsUnknownToo() {
        wire.cutAt("COMMIT", false);

        assertThatThrownBy(() -> await(insert("a"))).isInstanceOf(CommitUnknownException.class);

        awaitAllGivenBack();
        assertThat(isThere("a")).isFalse();
        await(insert("a"));
        assertThat(isThere("a")).isTrue();
    }

    @Test
    void aStatementThatIsCutIsLostWithItsTransaction() {
        for (boolean delivered : new boolean[] {true, false}) {
            wire.cutAt("INSERT INTO", delivered);

            assertThatThrownBy(() -> await(insert("a"))).isInstanceOf(ConnectionLostException.class);

            awaitAllGivenBack();
            assertThat(isThere("a")).isFalse();
        }
        await(insert("a"));
        assertThat(isThere("a")).isTrue();
    }

    @Test
    void aConnectionThatIsEndedWhileItIsTakenWritesNothingPastTheLoggers() {
        try (CapturedLog log = CapturedLog.of("unirow.connections");
                PrintedErrors errors = new PrintedErrors()) {
            for (int round = 0; round < 5; round++) {
                assertThatThrownBy(() -> await(db.connect(taken -> number(taken)
                                .chain(this::end)
                                .replaceWith(taken)
                                .chain(ended -> ended.select("select 1")))))
                        .isInstanceOf(ConnectionLostException.class);
            }
            assertThat(log.lines()).isSubsetOf("A connection failed while no statement ran.");
            assertThat(errors.text()).isEmpty();
        }
    }

    @Test
    void whatAConnectionThrowsWhileItIsTakenIsLogged() {
        AsyncSession session = cut.session();
        await(session.count(select(Tag.class)));
        try (CapturedLog log = CapturedLog.of("unirow.connections");
                PrintedErrors errors = new PrintedErrors()) {
            wire.sayToAll(NO_ANSWER);

            Awaitility.await()
                    .atMost(Waiting.LIMIT)
                    .untilAsserted(() ->
                            assertThat(log.lines()).containsExactly("A connection failed while no statement ran."));
            assertThat(log.traces()).hasSize(1);
            assertThatThrownBy(() -> await(session.count(select(Tag.class))))
                    .isInstanceOf(ConnectionLostException.class);
            assertThat(errors.text()).isEmpty();
        } finally {
            session.close().subscribe().with(closed -> {}, failure -> {});
        }
    }

    private Uni<Object> number(SqlConnection connection) {
        return connection
                .select(target.kind() == DatabaseKind.POSTGRESQL ? "select pg_backend_pid()" : "select connection_id()")
                .map(rows -> rows.get(0).values().iterator().next());
    }

    /** Ends a connection of the server, and goes on when it has none of that number. */
    private Uni<Void> end(Object number) {
        boolean postgres = target.kind() == DatabaseKind.POSTGRESQL;
        String end = postgres ? "select pg_terminate_backend(" + number + ")" : "kill " + number;
        String left = postgres
                ? "select 1 from pg_stat_activity where pid = " + number
                : "select 1 from information_schema.processlist where id = " + number;
        return cut.connect(other -> other.executeAll(List.of(end))
                .chain(() -> other.select(left)
                        .repeat()
                        .until(List::isEmpty)
                        .collect()
                        .last()
                        .replaceWithVoid()));
    }
}
