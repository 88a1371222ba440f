package dev.unirow.sqlite.tests;

import static dev.unirow.sqlite.tests.ConnectionContract.await;
import static dev.unirow.sqlite.tests.ConnectionContract.firstColumn;
import static dev.unirow.testing.Capability.PERSISTENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.unirow.sqlite.SqliteConfig;
import dev.unirow.sqlite.SqliteConnection;
import dev.unirow.sqlite.SqlitePool;
import dev.unirow.sqlite.TransactionMode;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.hibernate.QueryTimeoutException;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Statements that take longer than an event loop can bear. */
@EachDatabase
class LongStatementContract extends SqliteFixture {
    static final String ENDLESS =
            "with recursive c (n) as (select 1 union all select n + 1 from c) select count(*) from c";
    static final String LONG =
            "with recursive c (n) as (select 1 union all select n + 1 from c where n < 1000000) select count(*) from c";
    SqlitePool pool;

    @BeforeEach
    void open() {
        pool = SqlitePool.open(config().withInlineLimit(Duration.ofMillis(5)));
        execute("create table t (n integer not null)");
    }

    @AfterEach
    void closeAndLeaveNothingOpen() {
        var stats = await(pool.stats());
        pool.close();
        await(pool.getCloseFuture());
        assertThat(stats.inUse()).isZero();
        assertThat(stats.waiting()).isZero();
    }

    private void reopened(SqliteConfig config) {
        pool.close();
        await(pool.getCloseFuture());
        pool = SqlitePool.open(config);
        execute("create table if not exists t (n integer not null)");
    }

    void execute(String sql) {
        SqliteConnection session = pool.connect();
        await(session.execute(sql).thenCompose(done -> session.close()));
    }

    List<Object> rows(String sql) {
        SqliteConnection session = pool.connect();
        try {
            return firstColumn(await(session.select(sql)));
        } finally {
            await(session.close());
        }
    }

    /** A query that has left the loop: the loop answers, and the query runs. */
    CompletableFuture<ReactiveConnection.Result> started(SqliteConnection session) {
        CompletableFuture<ReactiveConnection.Result> endless =
                session.select(ENDLESS).toCompletableFuture();
        await(pool.stats());
        await(pool.stats());
        assertThat(endless).isNotDone();
        return endless;
    }

    @Test
    void givesTheSameResultOnAWorker() {
        SqliteConnection session = pool.connect();
        await(session.beginTransaction());
        await(session.execute("insert into t values (7)"));
        for (int round = 0; round < 3; round++) {
            assertThat(firstColumn(await(session.select(LONG)))).containsExactly(1_000_000L);
        }
        assertThat(firstColumn(await(session.select("select n from t")))).containsExactly(7L);
        await(session.commitTransaction());
        await(session.close());
        assertThat(rows("select n from t")).containsExactly(7L);
    }

    @Test
    void closingTheSessionInterruptsIt() {
        SqliteConnection session = pool.connect();
        await(session.beginTransaction());
        await(session.execute("insert into t values (1)"));
        CompletableFuture<ReactiveConnection.Result> endless = started(session);
        await(session.close());
        assertThatThrownBy(() -> await(endless))
                .hasMessageContaining("The statement was cancelled, or its session was rolled back or closed");
        assertThat(rows("select n from t")).isEmpty();
    }

    @Test
    void rollingBackInterruptsItAndTheSessionGoesOn() {
        SqliteConnection session = pool.connect();
        await(session.beginTransaction());
        await(session.execute("insert into t values (1)"));
        CompletableFuture<ReactiveConnection.Result> endless = started(session);
        await(session.rollbackTransaction());
        assertThat(endless).isCompletedExceptionally();
        await(session.execute("insert into t values (2)"));
        await(session.close());
        assertThat(rows("select n from t")).containsExactly(2L);
    }

    @Test
    void itIsInterruptedFromOutsideAndTheSessionGoesOn() {
        SqliteConnection session = pool.connect();
        await(session.beginTransaction());
        CompletableFuture<ReactiveConnection.Result> endless = started(session);

        session.interrupt();

        assertThatThrownBy(() -> await(endless)).hasMessageContaining("The statement was cancelled");
        assertThat(firstColumn(await(session.select("select 1")))).containsExactly(1L);
        await(session.close());
    }

    @Test
    void oneThatKeepsTheEventLoopBusyIsInterruptedFromOutside() {
        SqliteConnection session = pool.connect();
        await(session.beginTransaction());
        CompletableFuture<Integer> endless = session.update(
                        "insert into t with recursive c (n) as (select 1 union all select n + 1 from c) select n from c")
                .toCompletableFuture();

        while (!endless.isDone()) { // the first may come before it runs
            session.interrupt();
            endless.handle((rows, failure) -> rows)
                    .completeOnTimeout(null, 20, TimeUnit.MILLISECONDS)
                    .join();
        }

        assertThatThrownBy(() -> await(endless)).hasMessageContaining("The statement was cancelled");
        await(session.close());
        assertThat(rows("select n from t")).isEmpty();
    }

    @Test
    void anInterruptionThatComesTooLateHitsNothing() {
        SqliteConnection session = pool.connect();
        SqliteConnection other = pool.connect();
        await(session.select("select 1"));

        session.interrupt();

        assertThat(firstColumn(await(other.select(LONG)))).containsExactly(1_000_000L);
        assertThat(firstColumn(await(session.select(LONG)))).containsExactly(1_000_000L);
        await(session.close());
        await(other.close());
    }

    @Test
    void cancellingInterruptsIt() {
        SqliteConnection session = pool.connect();
        started(session).cancel(false);
        // waits its turn on the same connection, so it is only answered when the query has ended
        assertThat(firstColumn(await(session.select("select 1")))).containsExactly(1L);
        await(session.close());
    }

    @Test
    void statementsOfOneSessionKeepTheirOrder() {
        SqliteConnection session = pool.connect();
        CompletionStage<ReactiveConnection.Result> first = session.select(LONG);
        CompletionStage<Integer> second = session.update("insert into t values (1)");
        CompletionStage<ReactiveConnection.Result> third = session.select("select count(*) from t");
        assertThat(firstColumn(await(third))).containsExactly(1L);
        assertThat(first.toCompletableFuture()).isDone();
        assertThat(await(second)).isOne();
        await(session.close());
    }

    @Test
    void aStatementTimesOut() {
        reopened(config().withStatementTimeout(Duration.ofMillis(250)).withInlineLimit(Duration.ofMillis(5)));
        SqliteConnection session = pool.connect();
        await(session.beginTransaction());
        await(session.execute("insert into t values (1)"));
        for (int round = 0; round < 2; round++) {
            assertThatThrownBy(() -> await(session.select(ENDLESS)))
                    .isInstanceOf(QueryTimeoutException.class)
                    .hasMessageContaining("The statement ran longer than the statement time-out of 250 ms");
        }
        await(session.commitTransaction());
        await(session.close());
        assertThat(rows("select n from t")).containsExactly(1L);
    }

    @Test
    void aWriteThatTimesOutIsUndone() {
        reopened(config().withStatementTimeout(Duration.ofMillis(250)));
        SqliteConnection session = pool.connect();
        await(session.beginTransaction());
        await(session.execute("insert into t values (1)"));
        String endless =
                "insert into t with recursive c (n) as (select 1 union all select n + 1 from c) select n from c";
        assertThat(catchThrowable(() -> await(session.execute(endless)))).isInstanceOf(QueryTimeoutException.class);
        assertThatThrownBy(() -> await(session.commitTransaction()))
                .hasMessageStartingWith("SQLite has rolled this transaction back");
        await(session.close());
        assertThat(rows("select n from t")).isEmpty();
    }

    @Test
    void aLongWriteIsMovedFromTheSecondTimeOn() {
        String write = "insert into t with recursive c (n) as (select 1 union all select n + 1 from c where n < 300000)"
                + " select n from c";
        SqliteConnection session = pool.connect();
        assertThat(await(session.update(write))).isEqualTo(300_000);
        CompletableFuture<Integer> again = new CompletableFuture<>();
        CompletableFuture<Boolean> inline = new CompletableFuture<>();
        pool.vertx().runOnContext(unused -> {
            CompletableFuture<Integer> written = session.update(write).toCompletableFuture();
            inline.complete(written.isDone());
            written.thenAccept(again::complete);
        });
        assertThat(await(inline)).isFalse();
        assertThat(await(again)).isEqualTo(300_000);
        await(session.close());
    }

    @Test
    void everythingCanRunOnWorkers() {
        reopened(config().withInlineLimit(Duration.ZERO));
        SqliteConnection session = pool.connect();
        await(session.beginTransaction());
        for (int i = 0; i < 20; i++) {
            await(session.update("insert into t values (?)", new Object[] {i}));
        }
        await(session.commitTransaction());
        await(session.close());
        assertThat(rows("select count(*) from t")).containsExactly(20L);
    }

    @Test
    void closingThePoolInterruptsIt() {
        SqliteConnection session = pool.connect();
        CompletableFuture<ReactiveConnection.Result> endless = started(session);
        pool.close();
        await(pool.getCloseFuture());
        assertThatThrownBy(() -> await(endless)).hasMessageContaining("The statement was cancelled");
        pool = SqlitePool.open(config());
    }

    @Test
    @Requires(PERSISTENCE)
    void otherSessionsReadAndWriteMeanwhile() {
        List<SqliteConnection> readers =
                IntStream.range(0, 3).mapToObj(i -> pool.connect()).toList();
        List<CompletableFuture<ReactiveConnection.Result>> endless =
                readers.stream().map(this::started).toList();
        execute("insert into t values (1)");
        assertThat(rows("select n from t")).containsExactly(1L);
        endless.get(1).cancel(false);
        assertThat(await(readers.get(1).select("select 1")).size()).isOne();
        assertThat(endless.get(0)).isNotDone();
        assertThat(endless.get(2)).isNotDone();
        readers.forEach(reader -> await(reader.close()));
    }

    @Test
    @Requires(PERSISTENCE)
    void aReadOnlyTransactionDoesNotWaitForAWriterThatRunsLong() {
        SqliteConnection writer = pool.connect();
        await(writer.beginTransaction());
        await(writer.execute("insert into t values (1)"));
        CompletableFuture<ReactiveConnection.Result> endless = started(writer);
        SqliteConnection reader = pool.connect();
        await(reader.begin(TransactionMode.READ_ONLY));
        assertThat(await(reader.select("select n from t")).size()).isZero();
        await(reader.commitTransaction());
        await(reader.close());
        assertThat(endless).isNotDone();
        await(writer.close());
    }
}
