package dev.unirow.session.internal.hr;

import io.vertx.core.Vertx;
import java.util.concurrent.CompletionStage;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.hibernate.reactive.pool.ReactiveConnectionPool;
import org.jspecify.annotations.Nullable;

/** One database, opened: where its connections come from, and on which Vert.x. */
public interface Backend {
    ReactiveConnectionPool pool();

    /** The Vert.x whose event loops the sessions live on. */
    Vertx vertx();

    ParameterStyle parameterStyle();

    /** Begins a transaction on a connection of the pool. */
    default CompletionStage<Void> begin(ReactiveConnection connection, BeginMode mode) {
        return connection.beginTransaction();
    }

    /** Sends a query on a connection of the pool, in a transaction of it, whose rows are read as they are asked for. */
    default CompletionStage<RowCursor> openCursor(
            ReactiveConnection connection, String sql, @Nullable Object[] parameters) {
        return ((VertxConnection) connection).openCursor(sql, parameters);
    }

    /** The connections at this moment. */
    CompletionStage<ConnectionCounts> counts();

    /** Ends all connections, and the Vert.x if it was made for them. */
    CompletionStage<Void> close();
}
