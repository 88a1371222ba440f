package dev.unirow.session.internal.hr;

import io.vertx.core.Vertx;
import java.util.concurrent.CompletionStage;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.hibernate.reactive.pool.ReactiveConnectionPool;

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

    /** Whether the database has one lock, which every transaction that writes holds, and none for rows. */
    default boolean locksAsAWhole() {
        return false;
    }

    /** Ends all connections, and the Vert.x if it was made for them. */
    CompletionStage<Void> close();
}
