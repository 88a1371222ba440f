package dev.unirow.session.tests;

import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;
import static dev.unirow.session.ScopeOptions.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.session.AsyncSession;
import dev.unirow.session.Database;
import dev.unirow.session.exception.RetryableException;
import dev.unirow.session.tests.models.Tag;
import dev.unirow.testing.DatabaseKind;
import dev.unirow.testing.OnDatabase;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PostgreSQL refuses a statement that was prepared before a type of its result changed, once on each connection. */
@OnDatabase(DatabaseKind.POSTGRESQL)
class PostgresPlansTest extends DatabaseContract {
    private static final int CONNECTIONS = 3;

    @Override
    public Database open() {
        return Database.builder(target.newDatabaseUrl())
                .models(models())
                .poolSize(CONNECTIONS)
                .open();
    }

    @BeforeEach
    void prepareOnEachConnectionAndChangeTheType() {
        await(db.begin(session -> session.insert(new Tag("a", "text"))));
        List<AsyncSession> holders =
                IntStream.range(0, CONNECTIONS).mapToObj(i -> db.session()).toList();
        holders.forEach(session -> await(session.all(select(Tag.class))));
        holders.forEach(session -> await(session.close()));
        await(db.connect(connection -> connection.execute("alter table tag alter column text type text")));
    }

    @Test
    void aReadPreparesItsStatementAgain() {
        List<Uni<List<Tag>>> reads = IntStream.range(0, 20)
                .mapToObj(i -> db.read(session -> session.all(select(Tag.class))))
                .toList();

        List<List<Tag>> read = await(Uni.join().all(reads).andFailFast());

        assertThat(read).allSatisfy(tags -> assertThat(tags).hasSize(1));
    }

    @Test
    void aTransactionMayBeTriedAgain() {
        assertThatThrownBy(() -> await(db.begin(session -> session.all(select(Tag.class)))))
                .isInstanceOf(RetryableException.class)
                .hasMessageContaining("The schema changed after a statement was prepared");
    }

    @Test
    void aTransactionThatIsTriedAgainMeetsNoOtherOutdatedConnection() {
        AtomicInteger runs = new AtomicInteger();

        List<Tag> tags = await(db.begin(options().retry(1), session -> {
            runs.incrementAndGet();
            return session.all(select(Tag.class));
        }));

        assertThat(tags).hasSize(1);
        assertThat(runs).hasValue(2);
        for (int i = 0; i < CONNECTIONS; i++) {
            List<Tag> later = await(db.begin(session -> session.all(select(Tag.class))));
            assertThat(later).hasSize(1);
        }
    }
}
