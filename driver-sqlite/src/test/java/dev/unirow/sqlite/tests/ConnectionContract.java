package dev.unirow.sqlite.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.unirow.sqlite.SqliteConfig;
import dev.unirow.sqlite.SqliteConnection;
import dev.unirow.sqlite.SqlitePool;
import dev.unirow.sqlite.TransactionMode;
import dev.unirow.testing.EachDatabase;
import io.vertx.core.Vertx;
import java.sql.BatchUpdateException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.hibernate.exception.GenericJDBCException;
import org.hibernate.exception.LockAcquisitionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pool and its connections without Hibernate above them, on a file and in memory. */
@EachDatabase
class ConnectionContract extends ConnectionFixture {
    @Test
    void returnsWhatAnInsertGenerates() {
        Object[] values = {5};
        Long id = run(connection ->
                connection.selectIdentifier("insert into t (n) values (?) returning id", values, Long.class));
        assertThat(id).isEqualTo(1);
    }

    @Test
    void describesTheColumnsOfAResultWithoutRows() throws Exception {
        ResultSet none = run(connection -> connection.selectJdbc("select id, n as number from t"));
        assertThat(none.next()).isFalse();
        assertThat(none.getMetaData().getColumnCount()).isEqualTo(2);
        assertThat(none.getMetaData().getColumnLabel(2)).isEqualTo("number");
    }

    @Test
    void refusesTextWithoutAStatement() {
        for (String text : List.of("", "  ;", "-- nothing", "/* nothing */")) {
            assertThatThrownBy(() -> run(connection -> connection.execute(text)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("This text holds no SQL statement: ");
        }
        assertThat(rows("select 1")).containsExactly(1L);
    }

    @Test
    void valuesOfAnEarlierCallAreNeverUsedAgain() {
        assertThat(run(connection -> connection.select("select ? + ?", new Object[] {1L, 2L}))
                        .next())
                .containsExactly(3L);
        for (Object[] values : List.of(new Object[] {1L}, new Object[] {1L, 2L, 3L})) {
            assertThatThrownBy(() -> run(connection -> connection.select("select ? + ?", values)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "The statement has 2 parameters, and " + values.length + " values were given for them.");
        }
    }

    @Test
    void textThatHasNoUtf8IsRefusedBeforeItIsSent() {
        run(connection -> connection.execute("create table texts (s text)"));
        String insert = "insert into texts values (?)";
        for (String text : List.of("a\ud83d", "\ude00a", "\ud83d\ud83d\ude00")) {
            assertThatThrownBy(() -> run(connection -> connection.update(insert, new Object[] {text})))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("SQLite cannot store this text: at index ")
                    .hasMessageEndingWith(
                            "half of a character without its other half. Do not cut text inside a surrogate pair.");
            assertThatThrownBy(() -> run(connection -> connection.execute("insert into texts values ('" + text + "')")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("SQLite cannot store this text: at index ");
        }
        assertThatThrownBy(() -> run(connection -> connection.update(insert, new Object[] {'\ud83d'})))
                .hasMessageContaining("at index 0 stands U+D83D");
        assertThat(rows("select s from texts")).isEmpty();
        run(connection -> connection.update(insert, new Object[] {"\ud83d\ude00\uffff"}));
        assertThat(rows("select s from texts")).containsExactly("\ud83d\ude00\uffff");
    }

    @Test
    void countsChangedRows() {
        assertThat(updated(connection -> connection.update("insert into t (n) values (1), (2), (3)")))
                .isEqualTo(3);
        assertThat(updated(connection -> connection.update("update t set n = 0 where n > 1")))
                .isEqualTo(2);
        assertThat(updated(connection -> connection.update("create table u (x)")))
                .isZero();
    }

    @Test
    void aBatchHappensAsAWholeOrNotAtAll() {
        List<Object[]> good = List.of(new Object[] {1}, new Object[] {2});
        assertThat((int[]) run(connection -> connection.update("insert into t (n) values (?)", good)))
                .containsExactly(1, 1);
        List<Object[]> bad = new ArrayList<>(List.of(new Object[] {3}, new Object[] {null}));
        assertThat(catchThrowable(() -> run(connection -> connection.update("insert into t (n) values (?)", bad))))
                .hasMessageContaining("NOT NULL constraint failed: t.n");
        assertThat(rows("select n from t order by n")).containsExactly(1L, 2L);
    }

    @Test
    void whoEndsAStatementThatIsOverEndsNoLaterOne() {
        // SQLite asks after some thousand instructions, those of earlier runs included
        for (int i = 0; i < 4_000; i++) {
            SqliteConnection connection = pool.connect();
            await(connection.begin(TransactionMode.DEFERRED));
            await(connection.select("select 1"));
            connection.interrupt();
            await(connection.rollbackTransaction());
            await(connection.close());
        }
    }

    @Test
    void aRefusedBatchSaysWhichRowItWasHoweverFewStatementsAreKept() {
        List<Object[]> bad = List.of(new Object[] {1}, new Object[] {2}, new Object[] {null}, new Object[] {4});
        for (int kept = 0; kept < 5; kept++) {
            SqlitePool small = SqlitePool.open(SqliteConfig.memory().withStatementCacheSize(kept));
            SqliteConnection connection = small.connect();
            await(connection.execute("create table t (n integer not null)"));
            await(connection.update("insert into t (n) values (?)", List.of(new Object[] {7}, new Object[] {8})));

            Throwable failure = catchThrowable(() -> await(connection.update("insert into t (n) values (?)", bad)));

            assertThat(failure).as("%d statements kept", kept).hasMessageContaining("NOT NULL constraint failed");
            SQLException refused = Stream.iterate(failure, Throwable::getCause)
                    .filter(SQLException.class::isInstance)
                    .map(SQLException.class::cast)
                    .filter(link -> link.getNextException() != null)
                    .findFirst()
                    .orElseThrow();
            assertThat(((BatchUpdateException) refused.getNextException()).getUpdateCounts())
                    .containsExactly(1, 1);
            await(connection.close());
            small.close();
            await(small.getCloseFuture());
        }
    }

    @Test
    void commitsAndRollsBack() {
        run(connection -> connection
                .beginTransaction()
                .thenCompose(begun -> connection.execute("insert into t (n) values (1)"))
                .thenCompose(done -> connection.commitTransaction()));
        run(connection -> connection
                .beginTransaction()
                .thenCompose(begun -> connection.execute("insert into t (n) values (2)"))
                .thenCompose(done -> connection.rollbackTransaction()));
        assertThat(rows("select n from t")).containsExactly(1L);
    }

    @Test
    void closingRollsBackAndLetsTheNextWriterIn() {
        SqliteConnection leaving = pool.connect();
        await(leaving.beginTransaction());
        await(leaving.execute("insert into t (n) values (1)"));
        SqliteConnection next = pool.connect();
        CompletionStage<Void> turn = next.beginTransaction();
        await(leaving.close());
        await(turn);
        await(next.execute("insert into t (n) values (2)"));
        await(next.commitTransaction());
        await(next.close());
        await(next.close());
        assertThat(rows("select n from t")).containsExactly(2L);
        assertThat(leaving.isTransactionInProgress()).isFalse();
        assertThatThrownBy(() -> await(leaving.select("select 1")))
                .hasMessage("This connection is closed: its session has ended. Open another session.");
    }

    @Test
    void writersTakeTurnsInTheOrderOfAsking() {
        List<SqliteConnection> writers = new ArrayList<>();
        List<CompletionStage<Void>> done = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            int n = i;
            SqliteConnection writer = pool.connect();
            writers.add(writer);
            done.add(writer.beginTransaction()
                    .thenCompose(begun -> writer.execute("insert into t (n) values (" + n + ")"))
                    .thenCompose(inserted -> writer.commitTransaction())
                    .thenCompose(committed -> writer.close()));
        }
        done.forEach(ConnectionFixture::await);
        assertThat(rows("select n from t order by id"))
                .isEqualTo(java.util.stream.LongStream.range(0, 20).boxed().toList());
    }

    @Test
    void aWriterThatWaitsTooLongSaysWhoWrites() {
        SqlitePool hasty = reopened(config().withWriterTimeout(Duration.ofMillis(150)));
        SqliteConnection holder = hasty.connect();
        SqliteConnection waiter = hasty.connect();
        try {
            await(holder.beginTransaction());
            assertThatThrownBy(() -> await(waiter.beginTransaction()))
                    .isInstanceOf(LockAcquisitionException.class)
                    .hasMessageContaining("Waited 150 ms to write to ")
                    .hasMessageContaining("connection 1 (last statement: 'begin immediate') has been writing for ")
                    .hasMessageContaining("it leaked");
            assertThat(waiter.isTransactionInProgress()).isFalse();
        } finally {
            await(holder.close());
        }
        await(waiter.beginTransaction());
        await(waiter.close());
    }

    @Test
    void cancellingGivesUpThePlaceInTheQueue() {
        SqliteConnection holder = pool.connect();
        await(holder.beginTransaction());
        SqliteConnection waiter = pool.connect();
        CompletableFuture<Void> turn = waiter.beginTransaction().toCompletableFuture();
        assertThat(await(pool.stats()).waiting()).isOne();
        turn.cancel(false);
        assertThat(await(pool.stats()).waiting()).isZero();
        await(holder.commitTransaction());
        assertThat(await(pool.stats())).isNotNull();
        assertThat(waiter.isTransactionInProgress()).isFalse();
        await(waiter.beginTransaction());
        await(waiter.commitTransaction());
        await(waiter.close());
        await(holder.close());
    }

    @Test
    void closingGivesUpThePlaceInTheQueue() {
        SqliteConnection holder = pool.connect();
        await(holder.beginTransaction());
        SqliteConnection waiter = pool.connect();
        CompletionStage<Void> turn = waiter.beginTransaction();
        await(waiter.close());
        assertThatThrownBy(() -> await(turn)).hasMessageContaining("Stopped waiting for 'begin immediate'");
        assertThat(await(pool.stats()).waiting()).isZero();
        await(holder.close());
    }

    @Test
    void aWriterThatGaveUpAndAskedAgainKeepsItsTurn() {
        SqliteConnection holder = pool.connect();
        SqliteConnection waiter = pool.connect();
        CompletableFuture<Boolean> begun = new CompletableFuture<>();
        pool.vertx().runOnContext(unused -> {
            holder.beginTransaction();
            CompletionStage<Void> first = waiter.beginTransaction();
            holder.commitTransaction(); // the turn is the waiter's, who has not heard of it yet
            waiter.rollbackTransaction();
            waiter.beginTransaction().thenAccept(second -> begun.complete(waiter.isTransactionInProgress()));
        });
        assertThat(await(begun)).isTrue();
        CompletionStage<Void> other = holder.beginTransaction();
        assertThat(await(pool.stats()).waiting()).isOne();
        await(waiter.commitTransaction());
        await(other);
        await(holder.close());
        await(waiter.close());
    }

    @Test
    void aDeferredTransactionReadsAndThenWrites() {
        run(connection -> connection
                .begin(TransactionMode.DEFERRED)
                .thenCompose(begun -> connection.select("select * from t"))
                .thenCompose(read -> connection.execute("insert into t (n) values (7)"))
                .thenCompose(written -> connection.commitTransaction()));
        assertThat(rows("select n from t")).containsExactly(7L);
    }

    @Test
    void aReadOnlyTransactionReadsOneSnapshotAndRefusesWrites() {
        SqliteConnection reader = pool.connect();
        await(reader.begin(TransactionMode.READ_ONLY));
        for (String write : List.of("insert into t (n) values (1)", "drop table t", "pragma query_only = off")) {
            assertThatThrownBy(() -> await(reader.execute(write)))
                    .isInstanceOf(GenericJDBCException.class)
                    .hasMessageContaining(
                            "This transaction is read-only and refuses '" + write + "'. Begin one that may write.");
        }
        assertThat(await(reader.select("select n from t")).size()).isZero();
        await(reader.commitTransaction());
        await(reader.execute("insert into t (n) values (2)"));
        await(reader.begin(TransactionMode.READ_ONLY));
        await(reader.rollbackTransaction());
        await(reader.execute("insert into t (n) values (3)"));
        await(reader.close());
        assertThat(rows("select n from t order by n")).containsExactly(2L, 3L);
        run(connection -> connection.begin(TransactionMode.READ_ONLY));
        run(connection -> connection.execute("insert into t (n) values (4)"));
    }

    @Test
    void aFailedStatementLeavesTheTransactionOpen() {
        run(connection -> connection
                .beginTransaction()
                .thenCompose(begun -> connection.execute("insert into t (n) values (1)"))
                .thenCompose(done -> connection.execute("insert into t (n) values (null)"))
                .handle((done, failure) -> {
                    assertThat(failure).hasStackTraceContaining("NOT NULL constraint failed");
                    return connection.commitTransaction();
                })
                .thenCompose(stage -> stage));
        assertThat(rows("select n from t")).containsExactly(1L);
    }

    @Test
    void aFailedCommitRollsBackAndFreesTheWriter() {
        run(connection ->
                connection.execute("create table child (t integer references t (id) deferrable initially deferred)"));
        SqliteConnection connection = pool.connect();
        await(connection.beginTransaction());
        await(connection.execute("insert into child values (99)"));
        assertThatThrownBy(() -> await(connection.commitTransaction()))
                .hasMessageContaining("FOREIGN KEY constraint failed");
        assertThat(connection.isTransactionInProgress()).isFalse();
        assertThat(rows("select t from child")).isEmpty();
        await(connection.close());
    }

    @Test
    void aTransactionThatSqliteHasRolledBackRefusesFurtherWork() {
        run(
                connection -> connection.execute(
                        "create trigger guard before insert on t when new.n < 0 begin select raise(rollback, 'negative'); end"));
        SqliteConnection connection = pool.connect();
        await(connection.beginTransaction());
        await(connection.execute("insert into t (n) values (1)"));
        assertThatThrownBy(() -> await(connection.execute("insert into t (n) values (-1)")))
                .hasMessageContaining("negative");
        assertThatThrownBy(() -> await(connection.execute("insert into t (n) values (2)")))
                .hasMessageStartingWith("SQLite has rolled this transaction back");
        assertThatThrownBy(() -> await(connection.commitTransaction()))
                .hasMessageStartingWith("SQLite has rolled this transaction back");
        await(connection.beginTransaction());
        await(connection.execute("insert into t (n) values (3)"));
        await(connection.commitTransaction());
        await(connection.close());
        assertThat(rows("select n from t")).containsExactly(3L);
    }

    @Test
    void savepointsNestInATransaction() {
        run(connection -> connection
                .beginTransaction()
                .thenCompose(begun -> connection.execute("insert into t (n) values (1)"))
                .thenCompose(done -> connection.execute("savepoint s"))
                .thenCompose(done -> connection.execute("insert into t (n) values (2)"))
                .thenCompose(done -> connection.execute("rollback to s"))
                .thenCompose(done -> connection.execute("release s"))
                .thenCompose(done -> connection.commitTransaction()));
        assertThat(rows("select n from t")).containsExactly(1L);
    }

    @Test
    void refusesSeveralStatementsAndTransactionsInSql() {
        assertThatThrownBy(() -> run(connection -> connection.execute("delete from t; drop table t")))
                .hasMessage(
                        "This text holds several SQL statements; send them one by one: 'delete from t; drop table t'.");
        assertThatThrownBy(() -> run(connection -> connection.execute("begin")))
                .hasMessage("Begin, commit and roll back through the session, not by the statement 'begin':"
                        + " the driver must know when a transaction ends.");
        run(connection -> connection.execute("insert into t (n) values (1); -- done"));
        assertThat(rows("select ';' || n from t")).containsExactly(";1");
    }

    @Test
    void foreignKeysAreOnAndAPragmaOfASessionEndsWithIt() {
        assertThat(rows("pragma foreign_keys")).containsExactly(1L);
        List<Object> inside = run(connection -> connection
                .execute("pragma foreign_keys = off")
                .thenCompose(off -> connection.select("pragma foreign_keys"))
                .thenApply(ConnectionFixture::firstColumn));
        assertThat(inside).containsExactly(0L);
        assertThat(rows("pragma foreign_keys")).containsExactly(1L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pragma case_sensitive_like = on",
                "pragma case_sensitive_like = off",
                " ;\nPRAGMA -- that one\n Main /* of all */ . Case_Sensitive_LIKE ( 'on' ) ;",
                "\uFEFFpragma\t\"case_sensitive_like\"=1",
                "explain pragma case_sensitive_like = on",
                "explain query plan pragma case_sensitive_like = off"
            })
    void likeIsAsNewAfterASessionThatSetHowItCompares(String pragma) {
        run(connection -> connection.execute("create temporary table own (n)"));
        run(connection -> connection.execute("insert into t (n) values (1)"));

        run(connection -> connection.execute(pragma));

        assertLikeIsAsNew();
        assertThat(rows("select n from t")).containsExactly(1L);
    }

    @Test
    void likeIsAsNewAfterAPragmaThatFailed() {
        Object[] tooMany = {1};
        assertThatThrownBy(() -> run(connection -> connection.select("pragma case_sensitive_like = on", tooMany)))
                .isInstanceOf(IllegalArgumentException.class);

        assertLikeIsAsNew();
    }

    /** Every time another connection: what is given back last is lent first. */
    private void assertLikeIsAsNew() {
        List<SqliteConnection> all = Stream.generate(pool::connect).limit(3).toList();
        for (SqliteConnection connection : all) {
            assertThat(firstColumn(await(connection.select("select 'a' like 'A'"))))
                    .containsExactly(1L);
            await(connection.execute("create index some on t (n) where n like 'a%'"));
            await(connection.execute("drop index some"));
        }
        all.forEach(connection -> await(connection.close()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "automatic_index = off",
                "cell_size_check = on",
                "count_changes = on",
                "empty_result_callbacks = on",
                "full_column_names = on",
                "ignore_check_constraints = on",
                "legacy_alter_table = on",
                "query_only = on",
                "read_uncommitted = on",
                "recursive_triggers = on",
                "reverse_unordered_selects = on",
                "short_column_names = off",
                "synchronous = off",
                "temp_store = memory",
                "trusted_schema = off",
                "writable_schema = on"
            })
    void noSettingOfASessionStaysBehindIt(String setting) {
        String name = setting.substring(0, setting.indexOf(' '));
        List<Object> before = rows("pragma " + name);

        List<Object> inside = run(connection -> connection
                .execute("pragma " + setting)
                .thenCompose(set -> connection.select("pragma " + name))
                .thenApply(ConnectionFixture::firstColumn));

        assertThat(inside).isNotEqualTo(before);
        assertThat(rows("pragma " + name)).isEqualTo(before);
    }

    @Test
    void seesAChangedSchemaInPreparedStatements() {
        SqliteConnection reader = pool.connect();
        String sql = "select * from t";
        await(reader.select(sql));
        run(connection -> connection.execute("alter table t add column extra text default 'x'"));
        run(connection -> connection.execute("insert into t (n) values (1)"));
        Object[] row = await(reader.select(sql)).next();
        assertThat(row).containsExactly(1L, 1L, "x");
        await(reader.close());
    }

    @Test
    void resultsArriveOnTheContextOfTheCaller() {
        Vertx other = Vertx.vertx();
        CompletableFuture<Boolean> same = new CompletableFuture<>();
        SqliteConnection connection = pool.connect();
        other.getOrCreateContext().runOnContext(unused -> {
            Thread caller = Thread.currentThread();
            connection
                    .select("select 1")
                    .whenComplete((rows, failure) -> same.complete(Thread.currentThread() == caller));
        });
        assertThat(await(same)).isTrue();
        await(connection.close());
        await(other.close().toCompletionStage());
    }

    @Test
    void statementsOnTheLoopCompleteAtOnce() {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        SqliteConnection connection = pool.connect();
        pool.vertx().runOnContext(unused -> {
            CompletionStage<Integer> inserted = connection.update("insert into t (n) values (1)");
            done.complete(inserted.toCompletableFuture().isDone());
        });
        assertThat(await(done)).isTrue();
        await(connection.close());
    }

    @Test
    void aLongChainOfStatementsDoesNotOverflowTheStack() {
        SqliteConnection connection = pool.connect();
        CompletableFuture<Long> counted = new CompletableFuture<>();
        pool.vertx()
                .runOnContext(unused -> countTo(connection, 20_000, 0).whenComplete((n, failure) -> {
                    if (failure == null) {
                        counted.complete(n);
                    } else {
                        counted.completeExceptionally(failure);
                    }
                }));
        assertThat(await(counted)).isEqualTo(20_000);
        await(connection.close());
    }

    private static CompletionStage<Long> countTo(SqliteConnection connection, long limit, long n) {
        return n == limit
                ? CompletableFuture.completedFuture(n)
                : connection.select("select 1").thenCompose(row -> countTo(connection, limit, n + 1));
    }

    @Test
    void closingThePoolFailsWhatWaitsAndRollsBackWhatIsOpen() {
        SqlitePool leaving = reopened(config());
        SqliteConnection holder = leaving.connect();
        SqliteConnection waiter = leaving.connect();
        await(holder.beginTransaction());
        await(holder.execute("create table gone (x)"));
        CompletionStage<Void> turn = waiter.beginTransaction();
        leaving.close();
        closed = true;
        await(leaving.getCloseFuture());
        assertThatThrownBy(() -> await(turn)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> await(leaving.connect().select("select 1")))
                .hasMessageEndingWith("is closed. Open a new one.");
        await(holder.close());
        leaving.close();
    }

    private SqlitePool reopened(SqliteConfig config) {
        pool.close();
        await(pool.getCloseFuture());
        SqlitePool other = SqlitePool.open(config);
        pool = other;
        return other;
    }
}
