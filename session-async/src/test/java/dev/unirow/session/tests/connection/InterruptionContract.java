package dev.unirow.session.tests.connection;

import static dev.unirow.session.Await.await;
import static dev.unirow.session.ScopeOptions.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.session.AsyncSession;
import dev.unirow.session.Database;
import dev.unirow.session.PoolStats;
import dev.unirow.session.exception.ScopeTimeoutException;
import dev.unirow.session.tests.DatabaseContract;
import dev.unirow.session.tests.models.Tag;
import dev.unirow.testing.CapturedLog;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Waiting;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * That a scope which ends before its work does ends the statement that runs, and leaves the only connection of its pool
 * in order. Each statement would run for longer than any test.
 */
@EachDatabase
class InterruptionContract extends DatabaseContract {
    private static final Duration SOON = Waiting.LIMIT;

    /** A query that nobody waits for. */
    private String endless() {
        return switch (target.kind()) {
            case POSTGRESQL -> "select 'x' from pg_sleep(600)";
            case MARIADB -> "select sleep(600)";
            case SQLITE_FILE, SQLITE_MEMORY ->
                "with recursive n (i) as (select 1 union all select i + 1 from n) select 'x' from n where i < 0";
        };
    }

    /** An insert into the table tag that nobody waits for. */
    String endlessInsert() {
        return "insert into tag (label) " + endless();
    }

    @Override
    public Database open() {
        return Database.builder(target.newDatabaseUrl())
                .models(models())
                .poolSize(1)
                .acquireTimeout(SOON)
                .open();
    }

    private void assertInOrder() {
        Awaitility.await().atMost(SOON).untilAsserted(() -> {
            PoolStats stats = await(db.stats());
            assertThat(stats.inUse()).isZero();
            assertThat(stats.waiting()).isZero();
        });
        await(db.begin(session -> {
            session.add(new Tag("next", null));
            return session.flush();
        }));
        assertThat(all(Tag.class)).extracting(Tag::label).containsExactly("next");
        for (int i = 0; i < 20; i++) { // nothing is left that hits a later statement
            assertThat(rows("select label from tag")).hasSize(1);
        }
    }

    private Uni<List<Map<String, Object>>> insideTransaction(String sql) {
        return db.connect(
                options().timeout(Duration.ofMillis(300)),
                connection -> connection
                        .begin()
                        .chain(() -> connection.execute("insert into tag (label) values ('first')"))
                        .chain(() -> connection.select(sql)));
    }

    @Test
    void aTimeOutEndsTheQueryThatRuns() {
        assertThatThrownBy(() -> await(insideTransaction(endless()))).isInstanceOf(ScopeTimeoutException.class);

        assertInOrder();
    }

    @Test
    void aTimeOutEndsAStatementThatCommitsByItself() {
        Uni<Integer> slow = db.connect(
                options().timeout(Duration.ofMillis(300)), connection -> connection.execute(endlessInsert()));

        assertThatThrownBy(() -> await(slow)).isInstanceOf(ScopeTimeoutException.class);

        assertInOrder();
    }

    @Test
    void aTimeOutEndsTheWriteThatRuns() {
        Uni<Integer> slow = db.connect(
                options().timeout(Duration.ofMillis(300)),
                connection -> connection.begin().chain(() -> connection.execute(endlessInsert())));

        assertThatThrownBy(() -> await(slow)).isInstanceOf(ScopeTimeoutException.class);

        assertInOrder();
    }

    @Test
    void nothingIsSentAfterTheTimeOut() {
        AtomicReference<AsyncSession> late = new AtomicReference<>();
        Uni<Void> work = db.begin(options().timeout(Duration.ofMillis(300)), session -> {
            late.set(session);
            session.add(new Tag("late", null));
            return session.flush().onItem().delayIt().by(Duration.ofMillis(600)).chain(session::flush);
        });

        assertThatThrownBy(() -> await(work)).isInstanceOf(ScopeTimeoutException.class);

        assertInOrder();
        assertThatThrownBy(() -> await(late.get().find(Tag.class, "next"))).hasMessageContaining("closed");
    }

    @Test
    void aCancellationEndsTheStatementThatRunsAndLogsNothing() {
        try (CapturedLog log = CapturedLog.of("")) {
            UniAssertSubscriber<Object> subscriber = db.<Object>connect(connection -> connection
                            .begin()
                            .chain(() -> connection.select(endless()))
                            .map(rows -> rows))
                    .subscribe()
                    .withSubscriber(UniAssertSubscriber.create());
            awaitInUse();

            subscriber.cancel();

            assertInOrder();
            assertThat(log.traces()).isEmpty();
        }
    }

    @Test
    void aFailureEndsWhatStillRunsBesideIt() {
        Uni<Object> work = db.connect(connection -> {
            connection.select(endless()).subscribe().with(rows -> {}, failure -> {});
            return Uni.createFrom()
                    .failure(new IllegalStateException("enough"))
                    .onFailure()
                    .call(() -> Uni.createFrom().voidItem().onItem().delayIt().by(Duration.ofMillis(300)));
        });

        assertThatThrownBy(() -> await(work)).hasMessage("enough");

        assertInOrder();
    }

    @Test
    void aScopeThatIsCancelledAtAnyMomentLeavesItsConnectionInOrder() {
        for (int round = 0; round < 60; round++) {
            UniAssertSubscriber<Object> subscriber = db.<Object>begin(session -> {
                        session.add(new Tag("cancelled", null));
                        return session.flush()
                                .chain(() -> session.find(Tag.class, "other"))
                                .chain(() -> Uni.createFrom().nothing());
                    })
                    .subscribe()
                    .withSubscriber(UniAssertSubscriber.create());
            long until = System.nanoTime() + round * 50_000L;
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            subscriber.cancel();
            assertThat(rows("select label from tag")).isEmpty();
        }
        assertInOrder();
    }

    private void awaitInUse() {
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(await(db.stats()).inUse()).isEqualTo(1));
    }
}
