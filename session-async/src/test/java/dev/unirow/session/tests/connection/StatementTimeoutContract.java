package dev.unirow.session.tests.connection;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.session.Database;
import dev.unirow.session.PoolStats;
import dev.unirow.session.SqlConnection;
import dev.unirow.session.exception.StatementTimeoutException;
import dev.unirow.session.tests.DatabaseContract;
import dev.unirow.session.tests.models.Tag;
import dev.unirow.testing.DatabaseKind;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.MariaDbServer;
import dev.unirow.testing.PostgresServer;
import dev.unirow.testing.Waiting;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database that ends statements after a second. */
@EachDatabase
@org.junit.jupiter.api.Tag("slow") // beside a model of that name
class StatementTimeoutContract extends DatabaseContract {
    private static final int MILLIS = 1_000;

    private static final String SLOW = "select count(*) as n from tag a, tag b, tag c, tag d, tag e";

    @Override
    public Database open() {
        String url = target.newDatabaseUrl();
        switch (target.kind()) {
            case POSTGRESQL ->
                PostgresServer.execute(
                        "postgres",
                        "alter database " + URI.create(url).getPath().substring(1) + " set statement_timeout = "
                                + MILLIS);
            case MARIADB -> limitMariaDb(MILLIS / 1000.0);
            case SQLITE_FILE, SQLITE_MEMORY -> url += "?statement_timeout=" + MILLIS;
        }
        return Database.open(url, models());
    }

    private static void limitMariaDb(double seconds) {
        MariaDbServer.execute("mysql", "set global max_statement_time = " + seconds);
    }

    /** MariaDB's is one for all databases of the server. */
    @AfterEach
    void liftTheLimit() {
        if (target.kind() == DatabaseKind.MARIADB) {
            limitMariaDb(0);
        }
    }

    @BeforeEach
    void storeRows() {
        await(db.begin(session -> session.insertAll(
                IntStream.range(0, 200).mapToObj(i -> new Tag("tag " + i, null)).toList())));
    }

    private static Uni<List<Map<String, Object>>> slow(SqlConnection connection) {
        return connection.select(SLOW);
    }

    private void awaitNoneInUse() {
        Awaitility.await().atMost(Waiting.LIMIT).untilAsserted(() -> {
            PoolStats stats = await(db.stats());
            assertThat(stats.inUse()).isZero();
            assertThat(stats.waiting()).isZero();
        });
    }

    @Test
    void aStatementThatTakesTooLongIsEndedAndTheNextOneWorks() {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> await(db.connect(StatementTimeoutContract::slow)))
                    .isInstanceOf(StatementTimeoutException.class)
                    .hasMessageContaining("statement time-out");
            awaitNoneInUse();
        }
        assertThat(count(Tag.class)).isEqualTo(200);
    }

    @Test
    void theConnectionOutsideOfATransactionGoesOn() {
        List<Map<String, Object>> rows = await(db.connect(connection -> slow(connection)
                .onFailure(StatementTimeoutException.class)
                .recoverWithNull()
                .chain(() -> connection.select("select count(*) as n from tag"))));

        assertThat(((Number) rows.get(0).get("n")).longValue()).isEqualTo(200);
    }

    @Test
    void itsTransactionIsRolledBack() {
        assertThatThrownBy(() -> await(db.<Object>connect(connection -> connection
                        .begin()
                        .chain(() -> connection.execute("delete from tag where label = 'tag 1'"))
                        .chain(() -> slow(connection)))))
                .isInstanceOf(StatementTimeoutException.class);

        awaitNoneInUse();
        assertThat(count(Tag.class)).isEqualTo(200);
    }
}
