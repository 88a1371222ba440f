package dev.unirow.session.internal.unit;

import dev.unirow.query.HqlQuery;
import dev.unirow.session.internal.wire.Stages;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.hibernate.internal.SessionFactoryImpl;

/**
 * The models of one query, a batch at a time, in a persistence context of their own that forgets each batch. On the
 * session's loop, as one of its operations.
 */
public final class ModelCursor<R> {
    private final HqlQuery<R> query;
    private final CursorConnection connection;
    private final TrackedSession session;

    ModelCursor(SessionFactoryImpl factory, SessionConnection connection, HqlQuery<R> query) {
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
        return session.select(query).getReactiveResultList().thenApply(models -> {
            session.clear();
            return new Batch<>(models, !connection.hasMore());
        });
    }

    CompletionStage<Void> close() {
        return Stages.alwaysThen(connection.closeCursor(), session::reactiveClose);
    }
}
