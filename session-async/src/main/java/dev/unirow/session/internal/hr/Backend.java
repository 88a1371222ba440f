package dev.unirow.session.internal.hr;

import io.vertx.core.Vertx;
import java.util.concurrent.CompletionStage;
import org.hibernate.reactive.pool.ReactiveConnectionPool;

/** One kind of database, opened: where its connections come from, on which Vert.x, and what SQL it speaks. */
public interface Backend {
    ReactiveConnectionPool pool();

    /** The Vert.x whose event loops the sessions live on. */
    Vertx vertx();

    /** The class name of Hibernate's dialect. */
    String dialect();

    /** Ends all connections, and the Vert.x if it was made for them. */
    CompletionStage<Void> close();
}
