package dev.unirow.sqlite.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.sqlite.SqliteConnection;
import dev.unirow.sqlite.SqlitePool;
import dev.unirow.sqlite.SqliteStats;
import dev.unirow.testing.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A pool with one table, and its connections. */
abstract class ConnectionFixture extends SqliteFixture {
    SqlitePool pool;
    boolean closed;

    @BeforeEach
    void open() {
        pool = SqlitePool.open(config());
        run(connection -> connection.execute("create table t (id INTEGER primary key, n integer not null)"));
    }

    @AfterEach
    void closeAndLeaveNothingOpen() {
        SqliteStats stats = closed ? new SqliteStats(0, 0, 0) : await(pool.stats());
        pool.close();
        await(pool.getCloseFuture());
        assertThat(stats.inUse()).isZero();
        assertThat(stats.waiting()).isZero();
    }

    interface Work<T> {
        CompletionStage<T> on(SqliteConnection connection);
    }

    static <T> T await(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(Waiting.LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new AssertionError(e.getCause());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    <T> T run(Work<T> work) {
        SqliteConnection connection = pool.connect();
        try {
            return await(work.on(connection));
        } finally {
            await(connection.close());
        }
    }

    int updated(Work<Integer> work) {
        return run(work);
    }

    List<Object> rows(String sql) {
        return run(connection -> connection.select(sql).thenApply(ConnectionFixture::firstColumn));
    }

    static List<Object> firstColumn(ReactiveConnection.Result result) {
        List<Object> values = new ArrayList<>();
        result.forEachRemaining(row -> values.add(row[0]));
        return values;
    }
}
