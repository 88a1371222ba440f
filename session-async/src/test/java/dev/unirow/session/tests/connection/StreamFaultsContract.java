package dev.unirow.session.tests.connection;

import static dev.unirow.query.Queries.asc;
import static dev.unirow.query.Queries.delete;
import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.query.Select;
import dev.unirow.session.AsyncSession;
import dev.unirow.session.Database;
import dev.unirow.session.PoolStats;
import dev.unirow.session.exception.ConnectionLostException;
import dev.unirow.session.tests.DatabaseContract;
import dev.unirow.session.tests.models.Tag;
import dev.unirow.testing.Capability;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import dev.unirow.testing.Waiting;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Connections that break while a stream reads from them, or ends: nobody waits for an answer that cannot come. */
@EachDatabase
@Requires(Capability.SERVER)
class StreamFaultsContract extends DatabaseContract {
    private static final Select<Tag> TAGS = select(Tag.class).orderBy(asc(Tag::label));
    private static final Duration SOON = Waiting.LIMIT;

    private CutWire wire;

    @Override
    public Database open() {
        wire = new CutWire(target.newDatabaseUrl());
        return Database.builder(wire.url()).models(models()).poolSize(1).open();
    }

    @AfterEach
    void closeWire() {
        wire.close();
    }

    /** A stream that has read some of its rows. */
    private AssertSubscriber<Tag> begun(AsyncSession session) {
        AssertSubscriber<Tag> subscriber = AssertSubscriber.create(10);
        session.stream(TAGS).subscribe(subscriber);
        return subscriber.awaitItems(10, SOON);
    }

    private void inEachKindOfSession(Consumer<AsyncSession> test) {
        await(db.begin(session -> session.insertAll(IntStream.range(0, 1_700)
                        .mapToObj(i -> new Tag(String.format("t%04d", i), "x"))
                        .toList())
                .replaceWithVoid()));
        AsyncSession own = db.session();
        test.accept(own);
        await(own.close().onFailure(ConnectionLostException.class).recoverWithNull());
        awaitAllGivenBack();
        await(db.read(session -> Uni.createFrom()
                        .voidItem()
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .invoke(() -> test.accept(session)))
                .onFailure(ConnectionLostException.class)
                .recoverWithNull());
        awaitAllGivenBack();
        assertThat(await(db.read((AsyncSession session) -> session.count(TAGS))))
                .isEqualTo(1_700);
    }

    private void awaitAllGivenBack() {
        Awaitility.await().atMost(SOON).untilAsserted(() -> {
            PoolStats stats = await(db.stats());
            assertThat(stats.inUse()).isZero();
            assertThat(stats.waiting()).isZero();
        });
    }

    @Test
    void aStreamWhoseNextBatchMeetsABrokenConnectionFails() {
        for (boolean delivered : new boolean[] {true, false}) {
            inEachKindOfSession(session -> {
                AssertSubscriber<Tag> subscriber = begun(session);
                wire.cutAtNext(delivered);
                subscriber.request(Long.MAX_VALUE).awaitFailure(SOON);
                assertThat(subscriber.getFailure()).isInstanceOf(ConnectionLostException.class);
            });
            await(db.begin(session -> session.execute(delete(Tag.class))));
        }
    }

    @Test
    void aStreamThatIsCancelledWhenItsConnectionBreaksIsOver() {
        for (boolean delivered : new boolean[] {true, false}) {
            inEachKindOfSession(session -> {
                AssertSubscriber<Tag> subscriber = begun(session);
                wire.cutAtNext(delivered);
                subscriber.cancel();
            });
            await(db.begin(session -> session.execute(delete(Tag.class))));
        }
    }
}
