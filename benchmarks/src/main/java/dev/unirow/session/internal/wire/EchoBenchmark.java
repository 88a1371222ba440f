package dev.unirow.session.internal.wire;

import dev.unirow.sqlite.SqliteConfig;
import dev.unirow.sqlite.SqlitePool;
import java.sql.ResultSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.hibernate.reactive.pool.BatchingConnection;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What a statement allocates with the echo's layer, off, and without it: alone, over an answer that is there already,
 * and with SQLite below. In the layer's package, since it is not public.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@SuppressWarnings("NullAway") // JMH calls open() first
public class EchoBenchmark {
    private static final String SQL = "select id, name from pet where id = ?";

    private final ReactiveConnection answered = new Answered();
    private final ReactiveConnection answeredBelowEcho = new EchoConnection(answered, new Off());
    private final Object[] parameters = {1L};
    private SqlitePool pool;
    private ReactiveConnection sqlite;
    private ReactiveConnection sqliteBelowEcho;

    public static void main(String[] arguments) throws Exception {
        new Runner(new OptionsBuilder()
                        .include(EchoBenchmark.class.getName())
                        .addProfiler(GCProfiler.class)
                        .build())
                .run();
    }

    @Setup
    public void open() throws Exception {
        pool = SqlitePool.open(SqliteConfig.memory());
        sqlite = pool.getConnection().toCompletableFuture().get();
        sqliteBelowEcho = new EchoConnection(sqlite, new Off());
        sqlite.execute("create table pet (id integer primary key, name text)")
                .toCompletableFuture()
                .get();
        sqlite.execute("insert into pet values (1, 'phroge')")
                .toCompletableFuture()
                .get();
    }

    @TearDown
    public void close() throws Exception {
        sqlite.close().toCompletableFuture().get();
        pool.close();
    }

    @Benchmark
    public Object answeredWithout() {
        return answered.selectJdbc(SQL, parameters);
    }

    @Benchmark
    public Object answeredWithEchoOff() {
        return answeredBelowEcho.selectJdbc(SQL, parameters);
    }

    @Benchmark
    public Object sqliteWithout() throws Exception {
        return sqlite.selectJdbc(SQL, parameters).toCompletableFuture().get();
    }

    @Benchmark
    public Object sqliteWithEchoOff() throws Exception {
        return sqliteBelowEcho.selectJdbc(SQL, parameters).toCompletableFuture().get();
    }

    /** A database that allocates nothing. */
    private static final class Answered extends BatchingConnection {
        private static final CompletionStage<ResultSet> ANSWER = new CompletableFuture<>();

        @SuppressWarnings("NullAway") // nothing is passed on
        Answered() {
            super(null, 0);
        }

        @Override
        public CompletionStage<ResultSet> selectJdbc(String sql, @Nullable Object[] values) {
            return ANSWER;
        }
    }

    /** As the database's own is with its echo off and without listeners. */
    private static final class Off implements StatementWatch {
        private volatile boolean on;

        @Override
        public boolean isOn() {
            return on;
        }

        @Override
        public long nextTransaction() {
            return 0;
        }

        @Override
        public Watched sent(SentStatement statement) {
            throw new IllegalStateException("The echo is off.");
        }
    }
}
