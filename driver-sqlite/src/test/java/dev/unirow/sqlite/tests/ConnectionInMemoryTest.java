package dev.unirow.sqlite.tests;

import static dev.unirow.testing.DatabaseKind.SQLITE_MEMORY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.sqlite.SqliteConnection;
import dev.unirow.testing.OnDatabase;
import java.util.concurrent.CompletionStage;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.junit.jupiter.api.Test;

@OnDatabase(SQLITE_MEMORY)
class ConnectionInMemoryTest extends ConnectionFixture {
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

    @Test
    void allThatTheConnectionHoldsStaysWhereLikeIsMadeAsNew() {
        run(connection -> connection.execute("insert into t (n) values (7)"));
        run(connection -> connection.execute("create temporary table own as select 8 as n"));
        run(connection -> connection.execute("attach ':memory:' as \"an \"\"other\"\"\""));
        run(connection -> connection.execute("create table \"an \"\"other\"\"\".far as select 9 as n"));
        SqliteConnection open = pool.connect();
        assertThat(firstColumn(await(open.select("select n from t")))).containsExactly(7L);

        run(connection -> connection.execute("pragma case_sensitive_like = off"));

        assertThat(firstColumn(
                        await(open.select("select n from t union all select n from own union all select n from far"))))
                .containsExactly(7L, 8L, 9L);
        assertThat(firstColumn(await(open.select("pragma integrity_check")))).containsExactly("ok");
        await(open.close());
        assertThat(rows("pragma foreign_keys")).containsExactly(1L);
    }

    @Test
    void pagesOfAnotherSizeStayWhereLikeIsMadeAsNew() {
        run(connection -> connection.execute("pragma page_size = 512"));
        run(connection -> connection.execute("vacuum"));
        run(connection -> connection.execute("insert into t (n) values (7)"));

        run(connection -> connection.execute("pragma case_sensitive_like = on"));

        assertThat(rows("select n from t where 'a' like 'A'")).containsExactly(7L);
        assertThat(rows("pragma integrity_check")).containsExactly("ok");
    }
}
