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
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is begun after a database was closed, and sessions and connections that outlive it. */
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
    void nothingBeginsOnAClosedDatabase() {
        Database closed = open();
        await(closed.createAll());
        List<Uni<?>> beginnings = new ArrayList<>(beginnings(closed));
        closed.close();
        beginnings.addAll(beginnings(closed));
        beginnings.addAll(List.of(closed.createAll(), closed.exists("tag")));

        for (int i = 0; i < beginnings.size(); i++) {
            Uni<?> beginning = beginnings.get(i);
            assertThatThrownBy(() -> await(beginning))
                    .as("beginning %s", i)
                    .isInstanceOf(SessionClosedException.class)
                    .hasMessageContaining("close() was called on it");
        }
        assertThatThrownBy(closed::session)
                .isInstanceOf(SessionClosedException.class)
                .hasMessageContaining("close() was called on it");
    }

    /** The same made before the close and run after it, as well as made after it. */
    private static List<Uni<?>> beginnings(Database db) {
        return List.of(
                db.ping(),
                db.connect(connection -> connection.select("select 1")),
                db.read(session -> session.all(select(Tag.class))),
                db.begin(session -> session.insert(new Tag("b", "text"))),
                db.session((AsyncSession session) -> session.find(Tag.class, "a")));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aConnectionThatOutlivesItsDatabaseSaysSo(boolean begun) {
        Database closed = open();
        Uni<Void> close = Uni.createFrom()
                .<Void>item(() -> {
                    closed.close();
                    return null;
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()); // it blocks

        assertThatThrownBy(() -> await(closed.connect(connection -> (begun
                                ? connection.begin().chain(() -> connection.select("select 1"))
                                : Uni.createFrom().voidItem())
                        .chain(() -> close)
                        .chain(() -> connection.select("select 1")))))
                .isInstanceOf(SessionClosedException.class)
                .hasMessageContaining("connection cannot be used any more: close() was called on its database");
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
