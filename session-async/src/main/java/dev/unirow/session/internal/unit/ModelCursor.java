package dev.unirow.session.internal.unit;

import dev.unirow.query.HqlQuery;
import dev.unirow.session.internal.sql.ResultRows;
import dev.unirow.session.internal.sql.RowReader;
import dev.unirow.session.internal.wire.BoundStatement;
import dev.unirow.session.internal.wire.Stages;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import org.hibernate.internal.SessionFactoryImpl;

/**
 * The models of one query, a batch at a time, in a persistence context of their own that forgets each batch. On the
 * session's loop, as one of its operations.
 */
public final class ModelCursor<R> {
    private final BiFunction<TrackedSession, CursorConnection, CompletionStage<List<R>>> query;
    private final CursorConnection connection;
    private final TrackedSession session;

    ModelCursor(SessionFactoryImpl factory, SessionConnection connection, HqlQuery<R> query) {
        this(factory, connection, (session, rows) -> session.select(query).getReactiveResultList());
    }

    ModelCursor(SessionFactoryImpl factory, SessionConnection connection, BoundStatement query, RowReader<R> reader) {
        this(
                factory,
                connection,
                (session, rows) -> rows.selectJdbc(query.sql(), query.values())
                        .thenCompose(results -> reader.read(ResultRows.of(results), session::findAll)));
    }

    /** @param query is run again for each batch */
    private ModelCursor(
            SessionFactoryImpl factory,
            SessionConnection connection,
            BiFunction<TrackedSession, CursorConnection, CompletionStage<List<R>>> query) {
        this.query = query;
        this.connection = new CursorConnection(connection);
        this.session = new TrackedSession(factory, connection, this.connection);
        session.setDefaultReadOnly(true); // no copies to compare with
    }

    /**
     * Some of the models.
     *
     * @param last whether none follow
     */
    public record Batch<R>(List<R> models, boolean last) {
        public Batch {
            models = List.copyOf(models);
        }
    }

    CompletionStage<Batch<R>> next(int rows) {
        connection.expect(rows);
        return query.apply(session, connection).thenApply(models -> {
            session.clear();
            return new Batch<>(models, !connection.hasMore());
        });
    }

    CompletionStage<Void> close() {
        return Stages.alwaysThen(connection.closeCursor(), session::reactiveClose);
    }
}
