package dev.unirow.session.internal.connect;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * Closes a Vert.x with the pools that were made with it. They wait for connections that are being made, and a server
 * that accepts them and says nothing would keep them for ever: the event loops end then, and the sockets with them.
 */
final class VertxClosing {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private VertxClosing() {}

    static CompletionStage<Void> close(Vertx vertx) {
        CompletableFuture<Void> closed = vertx.close().toCompletionStage().toCompletableFuture();
        return closed.copy()
                .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .handle((done, late) -> late == null ? closed : ended(vertx))
                .thenCompose(stage -> stage);
    }

    private static CompletionStage<Void> ended(Vertx vertx) {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        vertx.nettyEventLoopGroup()
                .shutdownGracefully(0, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .addListener(done -> ended.complete(null));
        return ended;
    }
}
