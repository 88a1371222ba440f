package dev.unirow.sqlite.tests;

import static dev.unirow.sqlite.tests.ConnectionContract.await;
import static dev.unirow.sqlite.tests.ConnectionContract.firstColumn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.sqlite.SqliteConfig;
import dev.unirow.sqlite.SqliteConnection;
import dev.unirow.sqlite.SqliteOpenException;
import dev.unirow.sqlite.SqlitePool;
import dev.unirow.sqlite.SqlitePoolExhaustedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.hibernate.QueryTimeoutException;
import org.hibernate.exception.LockAcquisitionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each option of a URL does, seen from outside. */
class UrlEffectTest {
    @TempDir
    Path folder;

    private final List<SqlitePool> opened = new ArrayList<>();

    private SqlitePool open(String options) {
        SqlitePool pool = SqlitePool.open(SqliteConfig.parse("jdbc:sqlite:" + file() + "?" + options));
        opened.add(pool);
        return pool;
    }

    private Path file() {
        return folder.resolve("a.db");
    }

    private Path beside(String suffix) {
        return folder.resolve("a.db" + suffix);
    }

    @AfterEach
    void close() {
        opened.forEach(SqlitePool::close);
        opened.forEach(pool -> await(pool.getCloseFuture()));
    }

    private static void execute(SqlitePool pool, String sql) {
        SqliteConnection session = pool.connect();
        try {
            await(session.execute(sql));
        } finally {
            await(session.close());
        }
    }

    private static List<Object> rows(SqlitePool pool, String sql) {
        SqliteConnection session = pool.connect();
        try {
            return firstColumn(await(session.select(sql)));
        } finally {
            await(session.close());
        }
    }

    private interface Action {
        void run() throws Exception;
    }

    /** While another program has begun a transaction. */
    private void beside(String begin, Action action) throws Exception {
        try (Connection foreign = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = foreign.createStatement()) {
            statement.execute(begin);
            action.run();
            statement.execute("rollback");
        }
    }

    /** The files beside the database while a transaction is open that has written. */
    private void whileWriting(SqlitePool pool, Action action) throws Exception {
        SqliteConnection writer = pool.connect();
        await(writer.beginTransaction());
        await(writer.execute("insert into t values (1)"));
        action.run();
        await(writer.commitTransaction());
        await(writer.close());
    }

    @Test
    void theJournalModeSaysWhichFilesStandBesideTheDatabase() throws Exception {
        SqlitePool wal = open("journal_mode=wal");
        execute(wal, "create table t (n)");
        whileWriting(wal, () -> {
            assertThat(beside("-wal")).isNotEmptyFile();
            assertThat(rows(wal, "select count(*) from t")).containsExactly(0L);
        });
        wal.close();
        await(wal.getCloseFuture());
        for (String mode : List.of("delete", "truncate", "persist")) {
            SqlitePool pool = open("journal_mode=" + mode);
            whileWriting(pool, () -> {
                assertThat(beside("-journal")).isNotEmptyFile();
                assertThat(beside("-wal")).doesNotExist();
            });
            switch (mode) {
                case "delete" -> assertThat(beside("-journal")).doesNotExist();
                case "truncate" -> assertThat(beside("-journal")).isEmptyFile();
                default -> assertThat(beside("-journal")).isNotEmptyFile();
            }
            assertThat(rows(pool, "pragma journal_mode")).containsExactly(mode);
            pool.close();
            await(pool.getCloseFuture());
        }
    }

    @Test
    void synchronousIsSetOnEveryConnection() {
        for (String level : List.of("off", "normal", "full", "extra")) {
            SqlitePool pool = open("synchronous=" + level);
            List<SqliteConnection> sessions = List.of(pool.connect(), pool.connect());
            long expected = List.of("off", "normal", "full", "extra").indexOf(level);
            for (SqliteConnection session : sessions) {
                assertThat(firstColumn(await(session.select("pragma synchronous"))))
                        .containsExactly(expected);
            }
            sessions.forEach(session -> await(session.close()));
        }
    }

    @Test
    void foreignKeysAreEnforcedOrNot() {
        SqlitePool strict = open("foreign_keys=on");
        execute(strict, "create table t (id integer primary key, t integer references t)");
        assertThatThrownBy(() -> execute(strict, "insert into t values (1, 99)"))
                .hasMessageContaining("FOREIGN KEY constraint failed");
        execute(open("foreign_keys=off"), "insert into t values (1, 99)");
        assertThat(rows(strict, "select t from t")).containsExactly(99L);
    }

    @Test
    void theCacheSizeIsSetOnEveryConnection() {
        SqlitePool pool = open("cache_size=-64");
        SqliteConnection first = pool.connect();
        SqliteConnection second = pool.connect();
        for (SqliteConnection session : List.of(first, second)) {
            assertThat(firstColumn(await(session.select("pragma cache_size")))).containsExactly(-64L);
        }
        // more than the cache holds
        await(first.execute("create table t (s)"));
        await(first.execute("insert into t with recursive c (n) as (select 1 union all select n + 1 from c where"
                + " n < 5000) select hex(zeroblob(100)) from c"));
        assertThat(firstColumn(await(second.select("select count(*) from t")))).containsExactly(5000L);
        await(first.close());
        await(second.close());
    }

    @Test
    void theApplicationIdMarksANewFileAndIsAskedOfAnOldOne() {
        SqlitePool maker = open("application_id=77");
        execute(maker, "create table t (n)");
        maker.close();
        await(maker.getCloseFuture());
        for (String access : List.of("", "&read_only=on", "&immutable=on")) {
            assertThatThrownBy(() -> open("application_id=78" + access))
                    .isInstanceOf(SqliteOpenException.class)
                    .hasMessageContaining("its application id is 77, not 78");
        }
        execute(open("application_id=77"), "insert into t values (1)");
    }

    @Test
    void aReadOnlyPoolWaitsForLocksAndAnImmutableOneKnowsNone() throws Exception {
        SqlitePool maker = open("journal_mode=delete");
        execute(maker, "create table t (n)");
        maker.close();
        await(maker.getCloseFuture());
        SqlitePool immutable = open("immutable=on&busy_timeout=0");
        SqlitePool reading = open("read_only=on&busy_timeout=0");
        beside("begin exclusive", () -> {
            assertThat(rows(immutable, "select count(*) from t")).containsExactly(0L);
            assertThatThrownBy(() -> rows(reading, "select count(*) from t"))
                    .isInstanceOf(LockAcquisitionException.class);
        });
        assertThat(rows(reading, "select count(*) from t")).containsExactly(0L);
        for (SqlitePool pool : List.of(immutable, reading)) {
            assertThatThrownBy(() -> execute(pool, "insert into t values (1)"))
                    .hasMessageContaining("is read-only and refuses 'insert into t values (1)'");
        }
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void theBusyTimeoutSaysHowLongAnotherProgramsLockIsWaitedFor() throws Exception {
        SqlitePool hasty = open("busy_timeout=30");
        SqlitePool patient = open("busy_timeout=60000");
        execute(hasty, "create table t (n)");
        SqliteConnection waiting = patient.connect();
        List<CompletionStage<Integer>> written = new ArrayList<>();
        beside("begin immediate", () -> {
            written.add(waiting.update("insert into t values (1)"));
            assertThatThrownBy(() -> execute(hasty, "insert into t values (2)"))
                    .isInstanceOf(LockAcquisitionException.class)
                    .hasMessageContaining("database is locked");
            assertThat(written.get(0).toCompletableFuture()).isNotDone();
        });
        assertThat(await(written.get(0))).isOne();
        await(waiting.close());
        assertThat(rows(hasty, "select n from t")).containsExactly(1L);
    }

    @Test
    void theWriterTimeoutSaysHowLongTheTurnIsWaitedFor() {
        SqlitePool pool = open("writer_timeout=40");
        SqliteConnection holder = pool.connect();
        await(holder.beginTransaction());
        assertThatThrownBy(() -> execute(pool, "create table t (n)"))
                .isInstanceOf(LockAcquisitionException.class)
                .hasMessageContaining("Waited 40 ms to write to ");
        await(holder.close());
    }

    @Test
    void theStatementTimeoutInterrupts() {
        SqlitePool pool = open("statement_timeout=250");
        assertThatThrownBy(() -> rows(pool, LongStatementContract.ENDLESS))
                .isInstanceOf(QueryTimeoutException.class)
                .hasMessageContaining("The statement ran longer than the statement time-out of 250 ms");
        assertThat(rows(pool, "select 1")).containsExactly(1L);
    }

    private static boolean isDoneAtOnce(SqlitePool pool, SqliteConnection session, String sql) {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        pool.vertx()
                .runOnContext(unused ->
                        done.complete(session.select(sql).toCompletableFuture().isDone()));
        return await(done);
    }

    @Test
    void theInlineLimitSaysWhereStatementsRun() {
        for (int limit : new int[] {0, 1}) {
            SqlitePool pool = open("inline_limit=" + limit);
            SqliteConnection session = pool.connect();
            assertThat(isDoneAtOnce(pool, session, LongStatementContract.ENDLESS))
                    .isFalse();
            await(session.close());
        }
        SqlitePool pool = open("inline_limit=60000");
        SqliteConnection session = pool.connect();
        assertThat(isDoneAtOnce(pool, session, LongStatementContract.LONG)).isTrue();
        await(session.close());
    }

    @ParameterizedTest
    @CsvSource({"64K, -64", "64KiB, -64", "8MB, -8192", "8 MiB, -8192", "1g, -1048576", "200, 200"})
    void theCacheMayBeGivenAsASize(String text, long pragma) {
        SqlitePool pool = open("cache_size=" + text);
        SqliteConnection session = pool.connect();
        assertThat(firstColumn(await(session.select("pragma cache_size")))).containsExactly(pragma);
        await(session.close());
    }

    @Test
    void maxConnectionsLimitsTheSessionsAtATime() {
        SqlitePool pool = open("max_connections=2&writer_timeout=40");
        List<SqliteConnection> sessions = List.of(pool.connect(), pool.connect());
        sessions.forEach(session -> await(session.select("select 1")));
        assertThatThrownBy(() -> rows(pool, "select 1"))
                .isInstanceOf(SqlitePoolExhaustedException.class)
                .hasMessageStartingWith("Waited 40 ms for one of the 2 connections to ");
        assertThat(await(pool.stats()).open()).isEqualTo(2);
        sessions.forEach(session -> await(session.close()));
    }

    @Test
    void aStatementCacheOfAnySizeGivesTheSameResults() {
        for (int size : new int[] {0, 1, 3, 1000}) {
            SqlitePool pool = open("statement_cache_size=" + size);
            SqliteConnection session = pool.connect();
            for (int round = 0; round < 3; round++) {
                for (int n = 0; n < 5; n++) {
                    assertThat(firstColumn(await(session.select("select ? + " + n, new Object[] {round}))))
                            .containsExactly((long) round + n);
                }
            }
            await(session.close());
        }
    }
}
