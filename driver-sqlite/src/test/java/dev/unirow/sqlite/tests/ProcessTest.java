package dev.unirow.sqlite.tests;

import static dev.unirow.sqlite.tests.ConnectionContract.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.sqlite.SqliteConfig;
import dev.unirow.sqlite.SqliteConnection;
import dev.unirow.sqlite.SqlitePool;
import dev.unirow.testing.Waiting;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several programs with one file, some of which die. */
@Tag("slow")
class ProcessTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void makeTables() {
        file = folder.resolve("shared.db");
        SqlitePool pool = SqlitePool.open(SqliteConfig.file(file));
        SqliteConnection session = pool.connect();
        await(session.execute("create table first (writer integer, n integer, primary key (writer, n))"));
        await(session.execute("create table second (writer integer, n integer, primary key (writer, n))"));
        await(session.close());
        closed(pool);
    }

    private static void closed(SqlitePool pool) {
        pool.close();
        await(pool.getCloseFuture());
    }

    /** What was said to be committed is there, in both tables, and nothing is in one only. */
    private void assertWhole(int writer, List<Long> committed) {
        SqlitePool pool = SqlitePool.open(SqliteConfig.file(file));
        SqliteConnection session = pool.connect();
        Object[] who = {writer};
        for (String table : List.of("first", "second")) {
            List<Object> found = ConnectionContract.firstColumn(
                    await(session.select("select n from " + table + " where writer = ?", who)));
            List<Long> lost = new ArrayList<>(committed);
            lost.removeAll(new HashSet<>(found));
            assertThat(lost).isEmpty();
        }
        for (String tables : List.of("first except select * from second", "second except select * from first")) {
            assertThat(await(session.select("select * from " + tables)).size()).isZero();
        }
        assertThat(ConnectionContract.firstColumn(await(session.select("pragma integrity_check"))))
                .containsExactly("ok");
        await(session.close());
        closed(pool);
    }

    /** @return how long the slowest read took, in milliseconds */
    private long twoWrite(Duration life) throws Exception {
        try (WriterProcess one = WriterProcess.start(file, 1, life);
                WriterProcess two = WriterProcess.start(file, 2, life)) {
            one.awaitCommit();
            two.awaitCommit();
            var others = CompletableFuture.supplyAsync(() -> {
                try {
                    return two.finish();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            });
            List<Long> first = one.finish();
            List<Long> second = others.get(Waiting.LIMIT.toSeconds(), TimeUnit.SECONDS);
            assertThat(one.exitValue()).isZero();
            assertThat(two.exitValue()).isZero();
            assertThat(first).hasSizeGreaterThan(10);
            assertThat(second).hasSizeGreaterThan(10);
            assertWhole(1, first);
            assertWhole(2, second);
            return Math.max(one.slowestReadMillis(), two.slowestReadMillis());
        }
    }

    @Test
    void twoProgramsWriteOneFile() throws Exception {
        twoWrite(Duration.ofSeconds(5));
    }

    @Test
    @Tag("deep")
    void twoProgramsWriteOneFileForLonger() throws Exception {
        assertThat(twoWrite(Duration.ofSeconds(20)))
                .as("milliseconds of the slowest read")
                .isLessThan(50);
    }

    @Test
    void readersGoOnWhileAnotherProgramHoldsTheLock() throws Exception {
        try (WriterProcess other = WriterProcess.start(file, 1, Duration.ofMinutes(1))) {
            other.awaitCommit();
            try (Connection foreign = DriverManager.getConnection("jdbc:sqlite:" + file);
                    Statement statement = foreign.createStatement()) {
                statement.execute("pragma busy_timeout = 30000");
                statement.execute("begin immediate");
                other.awaitReads(15);
                statement.execute("commit");
            }
            other.awaitCommit();
            other.kill();
            assertWhole(1, other.finish());
        }
    }

    private void killed(int times) throws Exception {
        Random random = new Random(20260101);
        for (int round = 1; round <= times; round++) {
            try (WriterProcess writer = WriterProcess.start(file, round, Duration.ofMinutes(1))) {
                writer.awaitCommit();
                LockSupport.parkNanos(Duration.ofMillis(random.nextInt(150)).toNanos());
                writer.kill();
                List<Long> committed = writer.finish();
                assertThat(committed).isNotEmpty();
                assertWhole(round, committed);
            }
        }
    }

    @Test
    void aKilledWriterLosesNothingItHasCommitted() throws Exception {
        killed(8);
    }

    @Test
    @Tag("deep")
    void oftenKilledWritersLoseNothingTheyHaveCommitted() throws Exception {
        killed(50);
    }
}
