package dev.unirow.sqlite.tests;

import static dev.unirow.testing.DatabaseKind.SQLITE_FILE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.sqlite.SqliteConfig;
import dev.unirow.sqlite.SqliteConnection;
import dev.unirow.sqlite.SqlitePool;
import dev.unirow.sqlite.SqlitePoolExhaustedException;
import dev.unirow.sqlite.SqliteStats;
import dev.unirow.sqlite.TransactionMode;
import dev.unirow.testing.OnDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.hibernate.exception.LockAcquisitionException;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

@OnDatabase(SQLITE_FILE)
class ConnectionOnFileTest extends ConnectionFixture {
    @Test
    void readersDoNotWaitForTheWriter() {
        SqliteConnection writer = pool.connect();
        await(writer.beginTransaction());
        await(writer.execute("insert into t (n) values (1)"));
        assertThat(rows("select n from t")).isEmpty();
        await(writer.commitTransaction());
        assertThat(rows("select n from t")).containsExactly(1L);
        await(writer.close());
    }

    @Test
    void whoWaitsForAConnectionGetsANewOneForOneThatIsClosed() {
        SqlitePool small =
                SqlitePool.open(SqliteConfig.file(folder.resolve("one.db")).withMaxConnections(1));
        SqliteConnection changing = small.connect();
        await(changing.execute("pragma case_sensitive_like = on"));
        List<SqliteConnection> queue = Stream.generate(small::connect).limit(2).toList();
        List<CompletionStage<ReactiveConnection.Result>> answers =
                queue.stream().map(next -> next.select("select 'a' like 'A'")).toList();
        assertThat(await(small.stats())).isEqualTo(new SqliteStats(1, 1, 2));

        await(changing.close());

        for (int i = 0; i < queue.size(); i++) {
            assertThat(firstColumn(await(answers.get(i)))).containsExactly(1L);
            assertThat(await(small.stats())).isEqualTo(new SqliteStats(1, 1, 1 - i));
            await(queue.get(i).close());
        }
        small.close();
        await(small.getCloseFuture());
    }

    @Test
    void anAttachedDatabaseEndsWithItsSession() {
        String other = folder.resolve("other.db").toString();
        run(connection -> connection.execute("attach '" + other + "' as other"));

        assertThat(rows("select name from pragma_database_list")).containsExactly("main");
        run(connection -> connection.execute("attach '" + other + "' as other"));
    }

    @Test
    void indexesOverLikeThatAnotherProgramMadeCanBeReadAfterAnotherOneChangedTheSchema() throws Exception {
        try (Connection foreign = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("test.db"));
                Statement statement = foreign.createStatement()) {
            statement.execute("create index some on t (n) where n like 'a%'");
            statement.execute("alter table t add column flag as (n like 'a%')");
            statement.execute("insert into t (n) values (1)");
        }
        List<SqliteConnection> all = Stream.generate(pool::connect).limit(3).toList();
        all.forEach(connection -> assertThat(firstColumn(await(connection.select("select count(*) from t"))))
                .containsExactly(1L));
        all.forEach(connection -> await(connection.close()));

        run(connection -> connection.execute("create table mine (x)"));

        for (int i = 0; i < 4; i++) {
            assertThat(rows("select count(*) from t where flag = 0")).containsExactly(1L);
        }
    }

    @Test
    void writersThatWaitForTheirTurnLeaveConnectionsToReaders() {
        SqlitePool small =
                SqlitePool.open(SqliteConfig.file(folder.resolve("small.db")).withMaxConnections(2));
        SqliteConnection writer = small.connect();
        await(writer.begin(TransactionMode.IMMEDIATE));
        List<SqliteConnection> queue = Stream.generate(small::connect).limit(3).toList();
        List<CompletionStage<Void>> turns = queue.stream()
                .map(next -> next.begin(TransactionMode.IMMEDIATE))
                .toList();
        SqliteConnection reader = small.connect();
        await(reader.begin(TransactionMode.READ_ONLY));
        assertThat(firstColumn(await(reader.select("select 7")))).hasSize(1);
        await(reader.close());
        await(writer.close());
        for (int i = 0; i < queue.size(); i++) {
            await(turns.get(i));
            await(queue.get(i).close());
        }
        small.close();
    }

    @Test
    void aWriterThatPassesItsTurnForWantOfAConnectionKeepsItsPlace() {
        SqlitePool small =
                SqlitePool.open(SqliteConfig.file(folder.resolve("places.db")).withMaxConnections(2));
        SqliteConnection writer = small.connect();
        await(writer.begin(TransactionMode.IMMEDIATE));
        SqliteConnection reader = small.connect();
        await(reader.begin(TransactionMode.READ_ONLY));
        SqliteConnection first = small.connect();
        CompletionStage<Void> firstTurn = first.begin(TransactionMode.IMMEDIATE);
        await(writer.commitTransaction()); // it keeps its connection: the first has its turn, and nothing to use it
        // with
        await(writer.begin(TransactionMode.IMMEDIATE));
        SqliteConnection second = small.connect();
        CompletionStage<Void> secondTurn = second.begin(TransactionMode.IMMEDIATE);
        await(reader.close());
        await(small.stats());
        assertThat(firstTurn.toCompletableFuture()).isNotDone();

        await(writer.close());

        await(CompletableFuture.anyOf(firstTurn.toCompletableFuture(), secondTurn.toCompletableFuture()));
        assertThat(firstTurn.toCompletableFuture()).isDone();
        assertThat(secondTurn.toCompletableFuture()).isNotDone();
        await(first.close());
        await(secondTurn);
        await(second.close());
        SqliteStats left = await(small.stats());
        assertThat(left.inUse()).isZero();
        assertThat(left.waiting()).isZero();
        small.close();
    }

    @Test
    void aWriterThatIsClosedWhileItWaitsForAConnectionInItsTurnLeavesNothingBehind() {
        SqlitePool small =
                SqlitePool.open(SqliteConfig.file(folder.resolve("left.db")).withMaxConnections(1));
        SqliteConnection reader = small.connect();
        await(reader.begin(TransactionMode.READ_ONLY));
        SqliteConnection writer = small.connect();
        CompletionStage<Void> turn = writer.begin(TransactionMode.IMMEDIATE);
        await(small.stats());

        await(writer.close());

        assertThatThrownBy(() -> await(turn)).hasMessageContaining("Stopped waiting");
        await(reader.close());
        SqliteStats left = await(small.stats());
        assertThat(left.inUse()).isZero();
        assertThat(left.waiting()).isZero();
        SqliteConnection next = small.connect();
        await(next.begin(TransactionMode.IMMEDIATE));
        await(next.close());
        small.close();
    }

    @Test
    void aReaderThatTurnsWriterOnTheOnlyConnectionIsNotHeldUpByAWriterWithoutOne() {
        SqlitePool one =
                SqlitePool.open(SqliteConfig.file(folder.resolve("one.db")).withMaxConnections(1));
        SqliteConnection first = one.connect();
        await(first.begin(TransactionMode.DEFERRED));
        SqliteConnection second = one.connect();
        CompletionStage<Void> begun = second.begin(TransactionMode.IMMEDIATE);
        await(first.execute("create table w (n integer)"));
        await(first.commitTransaction());
        await(first.close());
        await(begun);
        await(second.close());
        one.close();
    }

    @Test
    void aReadOnlyTransactionNeitherWaitsForWritersNorStopsThem() {
        SqliteConnection writer = pool.connect();
        await(writer.beginTransaction());
        await(writer.execute("insert into t (n) values (1)"));
        SqliteConnection reader = pool.connect();
        await(reader.begin(TransactionMode.READ_ONLY));
        assertThat(firstColumn(await(reader.select("select n from t")))).isEmpty();
        await(writer.commitTransaction());
        run(connection -> connection.execute("insert into t (n) values (2)"));
        assertThat(firstColumn(await(reader.select("select n from t")))).isEmpty();
        await(reader.commitTransaction());
        assertThat(firstColumn(await(reader.select("select n from t")))).containsExactly(1L, 2L);
        await(reader.close());
        await(writer.close());
    }

    @Test
    void aStaleSnapshotIsToldApart() {
        SqliteConnection slow = pool.connect();
        await(slow.begin(TransactionMode.DEFERRED));
        await(slow.select("select * from t"));
        run(connection -> connection.execute("insert into t (n) values (1)"));
        assertThatThrownBy(() -> await(slow.execute("insert into t (n) values (2)")))
                .isInstanceOf(LockAcquisitionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        SQLiteException.class,
                        failure -> assertThat(failure.getResultCode()).isEqualTo(SQLiteErrorCode.SQLITE_BUSY_SNAPSHOT));
        await(slow.rollbackTransaction());
        await(slow.execute("insert into t (n) values (3)"));
        await(slow.close());
        assertThat(rows("select n from t order by n")).containsExactly(1L, 3L);
    }

    @Test
    void aDeferredWriterWaitsForItsTurn() {
        SqliteConnection first = pool.connect();
        await(first.beginTransaction());
        SqliteConnection second = pool.connect();
        await(second.begin(TransactionMode.DEFERRED));
        CompletionStage<Integer> written = second.update("insert into t (n) values (2)");
        assertThat(await(pool.stats()).waiting()).isOne();
        await(first.rollbackTransaction());
        assertThat(await(written)).isOne();
        await(second.commitTransaction());
        await(second.close());
        await(first.close());
    }

    @Test
    void anotherProgramsLockIsWaitedForWithoutBlockingReaders() throws Exception {
        try (Connection foreign = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("test.db"));
                Statement statement = foreign.createStatement()) {
            statement.execute("begin immediate");
            SqliteConnection writer = pool.connect();
            CompletionStage<Integer> written = writer.update("insert into t (n) values (1)");
            assertThat(rows("select n from t")).isEmpty();
            assertThat(written.toCompletableFuture()).isNotDone();
            statement.execute("commit");
            assertThat(await(written)).isOne();
            await(writer.close());
        }
    }

    @Test
    void anotherProgramsLockIsNotWaitedForForever() throws Exception {
        pool.close();
        await(pool.getCloseFuture());
        pool = SqlitePool.open(config().withLockTimeout(Duration.ofMillis(100)));
        try (Connection foreign = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("test.db"));
                Statement statement = foreign.createStatement()) {
            statement.execute("begin immediate");
            assertThatThrownBy(() -> run(connection -> connection.update("insert into t (n) values (1)")))
                    .isInstanceOf(LockAcquisitionException.class);
            statement.execute("rollback");
        }
        assertThat(updated(connection -> connection.update("insert into t (n) values (1)")))
                .isOne();
    }

    @Test
    void seesASchemaThatAnotherProgramHasChanged() throws Exception {
        run(connection -> connection.execute("insert into t (id, n) values (1, 1)"));
        String sql = "select n from t";
        assertThat(columnType(sql)).isEqualTo("integer");
        try (Connection foreign = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("test.db"));
                Statement statement = foreign.createStatement()) {
            statement.execute("drop table t");
            statement.execute("create table t (n date, id integer)");
            statement.execute("insert into t values ('2024-02-29', 1)");
        }
        assertThat(rows(sql)).containsExactly("2024-02-29");
        assertThat(columnType(sql)).isEqualTo("date");
    }

    @Test
    void aTransactionSeesASchemaThatAnotherProgramHasChangedDuringTheSession() throws Exception {
        String sql = "select n from t";
        SqliteConnection session = pool.connect();
        assertThat(await(session.selectJdbc(sql)).getMetaData().getColumnTypeName(1))
                .isEqualTo("integer");
        try (Connection foreign = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("test.db"));
                Statement statement = foreign.createStatement()) {
            statement.execute("drop table t");
            statement.execute("create table t (n date, id integer)");
        }
        await(session.begin(TransactionMode.READ_ONLY));
        assertThat(await(session.selectJdbc(sql)).getMetaData().getColumnTypeName(1))
                .isEqualTo("date");
        await(session.close());
    }

    @Test
    void aSnapshotThatAnotherProgramHasOutrunIsToldApart() throws Exception {
        SqliteConnection slow = pool.connect();
        await(slow.begin(TransactionMode.DEFERRED));
        assertThat(firstColumn(await(slow.select("select n from t")))).isEmpty();
        try (Connection foreign = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("test.db"));
                Statement statement = foreign.createStatement()) {
            statement.execute("insert into t (n) values (1)");
        }
        assertThat(firstColumn(await(slow.select("select n from t")))).isEmpty();
        assertThatThrownBy(() -> await(slow.execute("insert into t (n) values (2)")))
                .isInstanceOf(LockAcquisitionException.class)
                .hasMessageContaining("SQLITE_BUSY_SNAPSHOT");
        await(slow.rollbackTransaction());
        await(slow.begin(TransactionMode.DEFERRED));
        assertThat(firstColumn(await(slow.select("select n from t")))).containsExactly(1L);
        await(slow.execute("insert into t (n) values (2)"));
        await(slow.commitTransaction());
        await(slow.close());
        assertThat(rows("select n from t order by n")).containsExactly(1L, 2L);
    }

    private String columnType(String sql) throws Exception {
        ResultSet result = run(connection -> connection.selectJdbc(sql));
        return result.getMetaData().getColumnTypeName(1);
    }

    @Test
    void waitsForAConnectionWhenAllAreInUse() {
        pool.close();
        await(pool.getCloseFuture());
        pool = SqlitePool.open(config().withMaxConnections(1).withWriterTimeout(Duration.ofMillis(200)));
        SqliteConnection only = pool.connect();
        await(only.select("select 1"));
        SqliteConnection next = pool.connect();
        CompletionStage<ReactiveConnection.Result> read = next.select("select 2");
        await(only.close());
        assertThat(firstColumn(await(read))).containsExactly(2L);
        SqliteConnection late = pool.connect();
        assertThatThrownBy(() -> await(late.select("select 3")))
                .isInstanceOf(SqlitePoolExhaustedException.class)
                .hasMessageStartingWith("Waited 200 ms for one of the 1 connections to ");
        await(next.close());
        assertThat(await(late.select("select 3")).size()).isOne();
        await(late.close());
        assertThat(await(pool.stats()).open()).isOne();
    }

    @Test
    void aSessionThatIsClosedWhileItWaitsForAConnectionIsGivenNone() {
        pool.close();
        await(pool.getCloseFuture());
        pool = SqlitePool.open(config().withMaxConnections(1));
        SqliteConnection only = pool.connect();
        await(only.select("select 1"));
        SqliteConnection impatient = pool.connect();
        CompletionStage<ReactiveConnection.Result> read = impatient.select("select 2");
        await(impatient.close());
        assertThat(read.toCompletableFuture()).isCompletedExceptionally();
        await(only.close());
        assertThat(await(pool.stats()).inUse()).isZero();
        assertThat(rows("select 3")).containsExactly(3L);
    }

    @Test
    void keepsTheDataAfterClosing() {
        run(connection -> connection.execute("insert into t (n) values (1)"));
        pool.close();
        await(pool.getCloseFuture());
        pool = SqlitePool.open(config());
        assertThat(rows("select n from t")).containsExactly(1L);
        assertThat(rows("pragma journal_mode")).containsExactly("wal");
    }
}
