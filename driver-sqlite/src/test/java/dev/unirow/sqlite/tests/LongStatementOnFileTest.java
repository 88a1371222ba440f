package dev.unirow.sqlite.tests;

import static dev.unirow.sqlite.tests.ConnectionContract.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.sqlite.SqliteConfig;
import dev.unirow.sqlite.SqliteConnection;
import dev.unirow.sqlite.TransactionMode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LongStatementOnFileTest extends LongStatementContract {
    @TempDir
    Path folder;

    @Override
    SqliteConfig config() {
        return SqliteConfig.file(folder.resolve("test.db"));
    }

    @Test
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
