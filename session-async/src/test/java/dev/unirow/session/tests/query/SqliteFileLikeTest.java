package dev.unirow.session.tests.query;

import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.session.Database;
import dev.unirow.session.tests.models.Place;
import dev.unirow.testing.DatabaseKind;
import dev.unirow.testing.DatabaseTarget;
import dev.unirow.testing.OnDatabase;
import io.smallrye.mutiny.Uni;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@OnDatabase(DatabaseKind.SQLITE_FILE)
class SqliteFileLikeTest {
    DatabaseTarget target;

    @Test
    void everyConnectionReadsAnIndexOfAnotherProgramsAfterTheSchemaHasChanged() throws Exception {
        String url = target.newDatabaseUrl();
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + url.substring("sqlite:///".length()));
                Statement statement = other.createStatement()) {
            statement.execute(
                    "create table place (id bigint not null primary key, addr varchar(255), net varchar(255), first boolean)");
            statement.execute("create index pj on place (addr) where addr like 'a%'");
            statement.execute("insert into place (id) values (1)");
        }
        try (Database db = Database.open(url, Place.class)) {
            threeAtOnce(db);

            await(db.connect(c -> c.execute("create table mine (x)")));

            List<Long> counts = await(Uni.join()
                    .all(IntStream.range(0, 8)
                            .mapToObj(i -> db.session(s -> s.count(select(Place.class))))
                            .toList())
                    .andFailFast());
            assertThat(counts).hasSize(8).containsOnly(1L);
        }
    }

    /** Connections that are not given back before each of them has read. */
    private static void threeAtOnce(Database db) {
        AtomicInteger left = new AtomicInteger(3);
        CompletableFuture<Void> all = new CompletableFuture<>();
        await(Uni.join()
                .all(IntStream.range(0, 3)
                        .mapToObj(i -> db.connect(c -> c.select("select count(*) from place")
                                .call(() -> {
                                    if (left.decrementAndGet() == 0) {
                                        all.complete(null);
                                    }
                                    return Uni.createFrom().completionStage(all);
                                })))
                        .toList())
                .andFailFast());
    }
}
