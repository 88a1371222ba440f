package dev.unirow.session.tests.scope;

import static dev.unirow.query.Queries.hql;
import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.query.Hql;
import dev.unirow.session.AsyncSession;
import dev.unirow.session.Database;
import dev.unirow.session.Echo;
import dev.unirow.session.exception.OperationCancelledException;
import dev.unirow.session.exception.TransactionFailedException;
import dev.unirow.session.tests.DatabaseContract;
import dev.unirow.session.tests.models.Tag;
import dev.unirow.session.tests.models.User;
import dev.unirow.testing.CapturedLog;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Waiting;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * That the statement of an operation ends when the operation is cancelled, and no other one with it. Each long
 * statement would run for longer than any test.
 */
@EachDatabase
class OperationCancellationContract extends DatabaseContract {
    private static final int TAGS = 40;

    /** One connection for those under test, and one to look on. */
    @Override
    public Database open() {
        return Database.builder(target.newDatabaseUrl())
                .models(models())
                .poolSize(2)
                .acquireTimeout(Waiting.LIMIT)
                .open();
    }

    @BeforeEach
    void storeTags() {
        await(db.begin(session -> session.insertAll(
                IntStream.range(0, TAGS).mapToObj(i -> new Tag("tag" + i, null)).toList())));
    }

    /** Counts 40 to the tenth rows. */
    private static Hql<Long> endless() {
        return hql(
                Long.class,
                "select count(*) from Tag a, Tag b, Tag c, Tag d, Tag e, Tag f, Tag g, Tag h, Tag i, Tag j"
                        + " where a.label <> b.label and i.label <> j.label");
    }

    /** How many long statements the database runs; of SQLite, which does not tell, the connections in use. */
    private long running() {
        return switch (target.kind()) {
            case POSTGRESQL ->
                rows("select 1 as n from pg_stat_activity where datname = current_database() and state = 'active'"
                                + " and pid <> pg_backend_pid() and query like 'select count%tag%'")
                        .size();
            case MARIADB ->
                rows("select 1 as n from information_schema.processlist where db = database()"
                                + " and id <> connection_id() and info like 'select count%tag%'")
                        .size();
            case SQLITE_FILE, SQLITE_MEMORY -> await(db.stats()).inUse();
        };
    }

    private void awaitRunning(long statements) {
        Awaitility.await()
                .atMost(Waiting.LIMIT)
                .untilAsserted(() -> assertThat(running()).isEqualTo(statements));
    }

    /** A long statement that has been sent, and that a server runs. */
    private Cancellable endlessOf(AsyncSession session) {
        try (CapturedLog echo = CapturedLog.of("unirow.engine")) {
            db.echo(Echo.ON);
            Cancellable operation = subscribed(session.one(endless()));
            Awaitility.await()
                    .atMost(Waiting.LIMIT)
                    .until(() -> echo.lines().stream().anyMatch(line -> line.contains("select count(*)")));
            db.echo(Echo.OFF);
            awaitRunning(1);
            return operation;
        }
    }

    private static Cancellable subscribed(Uni<?> operation) {
        return operation.subscribe().with(done -> {}, failure -> {});
    }

    private void assertEndedAndTold(AsyncSession session) {
        assertThatThrownBy(() -> await(session.count(select(User.class))))
                .isInstanceOf(TransactionFailedException.class)
                .hasMessageContaining("cancelled by its subscriber")
                .hasMessageContaining("Call rollback()")
                .cause()
                .isInstanceOf(OperationCancelledException.class);
        awaitRunning(0);
        await(session.rollback());
    }

    @Test
    void theStatementOfAnOperationEndsWithIt() {
        try (CapturedLog log = CapturedLog.of("")) {
            AsyncSession session = db.session();
            for (int round = 0; round < 3; round++) {
                Cancellable operation = endlessOf(session);

                operation.cancel();

                assertEndedAndTold(session);
                assertThat(await(session.count(select(Tag.class)))).isEqualTo(TAGS);
                await(session.commit());
            }
            await(session.close());
            assertThat(log.traces()).isEmpty();
        }
        assertNothingIsLeftBehind();
    }

    @Test
    void whatTheTransactionWroteIsRolledBackAndTold() {
        AsyncSession session = db.session();
        User chonky = new User("chonky");
        session.add(chonky);
        await(session.flush());
        Cancellable operation = endlessOf(session);

        operation.cancel();

        assertEndedAndTold(session);
        assertThat(chonky.id()).isNull();
        session.add(chonky);
        await(session.commit());
        await(session.close());
        assertThat(all(User.class)).hasSize(1);
        assertNothingIsLeftBehind();
    }

    @Test
    void aTimeOutOfOneOperationEndsItsStatementInAScope() {
        Long counted = await(db.read(session ->
                session.one(endless()).ifNoItem().after(Duration.ofMillis(300)).recoverWithItem(-1L)));

        assertThat(counted).isEqualTo(-1);
        awaitRunning(0);
        assertNothingIsLeftBehind();
    }

    @Test
    void anOperationThatIsCancelledAtAnyMomentEndsNoOtherStatement() {
        AsyncSession session = db.session();
        for (int round = 0; round < 80; round++) {
            Cancellable operation = subscribed(session.all(select(Tag.class)));
            spin(round * 20_000L);
            operation.cancel();
            try {
                await(session.count(select(Tag.class)));
            } catch (TransactionFailedException told) {
                assertThat(told).hasCauseInstanceOf(OperationCancelledException.class);
                await(session.rollback());
            }
            for (int i = 0; i < 3; i++) {
                assertThat(await(session.count(select(Tag.class)))).isEqualTo(TAGS);
            }
            if (round % 4 == 0) {
                await(session.commit());
                for (int i = 0; i < 3; i++) { // by whatever connection the pool has
                    assertThat(rows("select label from tag")).hasSize(TAGS);
                }
            }
        }
        await(session.close());
        assertNothingIsLeftBehind();
    }

    @Test
    void aCommitThatIsCancelledAtAnyMomentIsDoneOrWasNotBegun() {
        AsyncSession session = db.session();
        for (int round = 0; round < 60; round++) {
            User user = new User("round" + round);
            session.add(user);
            Cancellable operation = subscribed(session.commit());
            spin(round * 20_000L);
            operation.cancel();
            assertThat(await(session.count(select(Tag.class)))).isEqualTo(TAGS);
            await(session.rollback());
            if (all(User.class).stream().noneMatch(each -> each.name().equals(user.name()))) {
                await(db.begin(again -> again.insert(new User(user.name()))));
            }
        }
        assertThat(all(User.class))
                .extracting(User::name)
                .doesNotHaveDuplicates()
                .hasSize(60);
        await(session.close());
        assertNothingIsLeftBehind();
    }

    private static void spin(long nanos) {
        long until = System.nanoTime() + nanos;
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aCancellationAfterTheEndChangesNothing() {
        AsyncSession session = db.session();
        Uni<List<Tag>> operation = session.all(select(Tag.class));
        await(operation);
        Cancellable late = subscribed(operation);
        assertThat(await(session.count(select(Tag.class)))).isEqualTo(TAGS); // after the other one

        late.cancel();

        assertThat(await(session.count(select(Tag.class)))).isEqualTo(TAGS);
        assertThat(await(session.inTransaction())).isTrue();
        await(session.close());
        assertNothingIsLeftBehind();
    }

    @Test
    void anOperationThatWaitsForItsTurnIsNotStarted() {
        AsyncSession session = db.session();
        Cancellable first = endlessOf(session);
        Cancellable second = subscribed(session.insert(new User("never")));

        second.cancel();
        first.cancel();

        assertEndedAndTold(session);
        await(session.close());
        assertThat(count(User.class)).isZero();
        assertNothingIsLeftBehind();
    }

    @Test
    void nestedWorkThatIsCancelledLeavesTheTransactionAroundIt() {
        AsyncSession session = db.session();
        await(session.insert(new User("outer")));
        for (int round = 0; round < 30; round++) {
            Tag tag = new Tag("inner" + round, null);
            Cancellable nested = subscribed(session.nested(inner -> inner.insert(tag)
                    .chain(() -> inner.count(select(Tag.class)))
                    .chain(() -> Uni.createFrom().nothing())));
            spin(round * 30_000L);
            nested.cancel();
            assertThat(await(session.count(select(Tag.class)))).isEqualTo(TAGS);
        }

        await(session.commit());
        await(session.close());

        assertThat(count(User.class)).isEqualTo(1);
        assertNothingIsLeftBehind();
    }
}
