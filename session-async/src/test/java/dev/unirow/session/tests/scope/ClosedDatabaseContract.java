package dev.unirow.session.tests.scope;

import static dev.unirow.query.Queries.delete;
import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.session.AsyncSession;
import dev.unirow.session.Database;
import dev.unirow.session.exception.SessionClosedException;
import dev.unirow.session.tests.DatabaseContract;
import dev.unirow.session.tests.models.Tag;
import dev.unirow.testing.EachDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions that outlive their database. */
@EachDatabase
class ClosedDatabaseContract extends DatabaseContract {
    private static final List<Function<AsyncSession, Uni<?>>> OPERATIONS = List.of(
            AsyncSession::commit,
            AsyncSession::flush,
            AsyncSession::rollback,
            AsyncSession::inTransaction,
            session -> session.find(Tag.class, "a"),
            session -> session.all(select(Tag.class)),
            session -> session.stream(select(Tag.class)).collect().asList(),
            session -> session.execute(delete(Tag.class)),
            session -> session.insert(new Tag("b", "text")),
            session -> session.save(new Tag("b", "text")),
            session -> session.nested(inner -> inner.flush()));

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyOperationSaysThatTheDatabaseIsClosed(boolean begun) {
        Database closed = open();
        AsyncSession session = closed.session();
        if (begun) {
            await(closed.createAll());
            await(session.insert(new Tag("a", "text")));
        }
        closed.close();

        assertRefuses(session);
    }

    @Test
    void soItIsWhereTheVertxGoesOn() {
        Vertx vertx = Vertx.vertx();
        try {
            Database closed = Database.builder(target.newDatabaseUrl())
                    .models(models())
                    .vertx(vertx)
                    .open();
            await(closed.createAll());
            AsyncSession session = closed.session();
            await(session.insert(new Tag("a", "text")));
            closed.close();

            assertRefuses(session);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private static void assertRefuses(AsyncSession session) {
        for (int i = 0; i < OPERATIONS.size(); i++) {
            Uni<?> operation = OPERATIONS.get(i).apply(session);
            assertThatThrownBy(() -> await(operation))
                    .as("operation %s", i)
                    .isInstanceOf(SessionClosedException.class)
                    .hasMessageContaining("close() was called on its database");
        }
        await(session.close());
        await(session.close());
    }

    @Test
    void anOperationThatIsCancelledAfterTheCloseFailsNowhere() {
        Database closed = open();
        await(closed.createAll());
        AsyncSession session = closed.session();
        Uni<List<Tag>> query = session.all(select(Tag.class));
        closed.close();

        query.subscribe()
                .with(tags -> {}, failure -> assertThat(failure).isInstanceOf(SessionClosedException.class))
                .cancel();

        await(session.close());
    }
}
