package dev.unirow.session.tests.connection;

import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.session.AsyncSession;
import dev.unirow.session.tests.DatabaseContract;
import dev.unirow.session.tests.models.Tag;
import dev.unirow.testing.CapturedLog;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Waiting;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Connections that are not given back: who watches the logger unirow.leaks is told where they were asked for. */
@EachDatabase
@org.junit.jupiter.api.Tag("slow") // beside a model of that name
class LeaksContract extends DatabaseContract {
    private CapturedLog log;

    @BeforeEach
    void watch() {
        log = CapturedLog.of("unirow.leaks");
    }

    @AfterEach
    void stopWatching() {
        log.close();
    }

    private void awaitReport(String words, String place) {
        Awaitility.await().atMost(Waiting.LIMIT).untilAsserted(() -> {
            assertThat(log.lines()).anySatisfy(line -> assertThat(line).contains(words));
            assertThat(log.traces())
                    .anySatisfy(trace -> assertThat(trace)
                            .contains("The session was opened here.")
                            .contains(getClass().getSimpleName() + "." + place));
        });
    }

    private AsyncSession sessionOfThisPlace() {
        return db.session();
    }

    @Test
    void aSessionThatHoldsAConnectionForLongIsReportedOnce() {
        AsyncSession session = sessionOfThisPlace();
        await(session.count(select(Tag.class)));

        awaitReport("has held a connection", "sessionOfThisPlace");

        await(session.close());
        assertThat(log.lines()).hasSize(1);
    }

    private Cancellable scopeThatNeverEnds() {
        return db.begin(session -> session.count(select(Tag.class))
                        .chain(() -> Uni.createFrom().<Long>nothing()))
                .subscribe()
                .with(ignored -> {});
    }

    @Test
    void aScopeWhoseWorkDoesNotEndIsReported() {
        Cancellable scope = scopeThatNeverEnds();

        awaitReport("has held a connection", "scopeThatNeverEnds");

        scope.cancel();
    }

    private Uni<Object> connectionThatIsKept(CompletableFuture<Object> end) {
        return db.connect(connection ->
                connection.select("select 1").chain(() -> Uni.createFrom().completionStage(end)));
    }

    @Test
    void aPlainConnectionThatIsKeptIsReported() {
        CompletableFuture<Object> end = new CompletableFuture<>();
        UniAssertSubscriber<Object> subscriber =
                connectionThatIsKept(end).subscribe().withSubscriber(UniAssertSubscriber.create());

        awaitReport("has held a connection", "connectionThatIsKept");

        end.complete("done");
        subscriber.awaitItem(Waiting.LIMIT);
    }

    private void forgetASession() {
        await(db.session().count(select(Tag.class)));
    }

    @Test
    void aSessionThatIsForgottenIsReportedWhenItIsCollected() {
        forgetASession();

        Awaitility.await().atMost(Waiting.LIMIT).untilAsserted(() -> {
            System.gc();
            assertThat(log.lines()).anySatisfy(line -> assertThat(line).contains("was forgotten"));
        });
        awaitReport("was forgotten", "forgetASession");
    }

    /**
     * A session that held a connection for less than the second after which it would be reported, however busy the
     * machine.
     */
    private AsyncSession committedInTime() {
        while (true) {
            long start = System.nanoTime();
            AsyncSession session = db.session();
            await(session.count(select(Tag.class)));
            await(session.commit());
            if (System.nanoTime() - start < TimeUnit.MILLISECONDS.toNanos(500)) {
                return session;
            }
            await(session.close());
            log.clear();
        }
    }

    @Test
    void whatIsGivenBackInTimeIsNotReported() {
        AsyncSession session = committedInTime();

        Awaitility.await()
                .during(Duration.ofMillis(1500))
                .atMost(Waiting.LIMIT)
                .until(() -> log.lines().isEmpty());
        await(session.close());
    }

    @Test
    void nothingIsKeptOrReportedWhereNobodyWatches() {
        Logger.getLogger("unirow.leaks").setLevel(Level.INFO);
        AsyncSession session = db.session();
        await(session.count(select(Tag.class)));
        Logger.getLogger("unirow.leaks").setLevel(Level.ALL);

        Awaitility.await()
                .during(Duration.ofMillis(1500))
                .atMost(Waiting.LIMIT)
                .until(() -> log.lines().isEmpty());
        await(session.close());
    }
}
