package dev.unirow.session.internal.connect;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.sqlclient.Pool;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The Vert.x that the connections to a server live on.
 *
 * @param own whether it was made for them, and ends with them
 */
record ServerVertx(Vertx vertx, boolean own) {
    /** The given one; a new one where none is. */
    static ServerVertx of(@Nullable Vertx given) {
        return given == null ? new ServerVertx(small(), true) : new ServerVertx(given, false);
    }

    /** More event loops than half the cores cost more than they bring: two share a core with the server's work. */
    private static Vertx small() {
        return of(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    }

    /** One whose connections and sessions all live on one thread. */
    static Vertx single() {
        return of(1);
    }

    private static Vertx of(int loops) {
        return Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(loops)
                .setFileSystemOptions(new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false)));
    }

    /**
     * Ends all connections; with one of their own, all of it. A given one that was closed before has ended them
     * already.
     */
    CompletionStage<Void> close(Pool pool) {
        if (own) {
            return VertxClosing.close(vertx); // closes the pools that were made with it first
        }
        try {
            return pool.close().toCompletionStage();
        } catch (RejectedExecutionException ended) {
            return CompletableFuture.completedFuture(null);
        }
    }
}
