package dev.unirow.sqlite.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.sqlite.SqliteConfig;
import dev.unirow.sqlite.SqliteConnection;
import java.util.concurrent.CompletionStage;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.junit.jupiter.api.Test;

class ConnectionInMemoryTest extends ConnectionContract {
    @Override
    SqliteConfig config() {
        return SqliteConfig.memory();
    }

    @Test
    void readersWaitForTheWriter() {
        SqliteConnection writer = pool.connect();
        await(writer.beginTransaction());
        await(writer.execute("insert into t (n) values (1)"));
        SqliteConnection reader = pool.connect();
        CompletionStage<ReactiveConnection.Result> read = reader.select("select n from t");
        assertThat(await(pool.stats()).waiting()).isOne();
        await(writer.commitTransaction());
        assertThat(firstColumn(await(read))).containsExactly(1L);
        await(reader.close());
        await(writer.close());
    }
}
