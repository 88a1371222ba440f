package dev.unirow.session.internal.wire;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What is awaited of a connection. Vert.x forgets some of what is under way when a connection ends: nobody waits for an
 * answer that cannot come.
 */
final class Answers {
    private final Set<CompletableFuture<?>> awaited = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<Void> gone = new CompletableFuture<>();
    private final Runnable onLost;
    private volatile boolean lost;

    /** @param onLost may be run more than once */
    Answers(Runnable onLost) {
        this.onLost = onLost;
    }

    boolean isLost() {
        return lost;
    }

    boolean isAnyAwaited() {
        return !awaited.isEmpty();
    }

    /** Ends once the pool knows that the connection did. */
    CompletionStage<Void> gone() {
        return gone.copy();
    }

    static <T extends @Nullable Object> CompletionStage<T> none() {
        return CompletableFuture.failedFuture(connectionEnded());
    }

    private static IOException connectionEnded() {
        return new IOException("The connection ended.");
    }

    /** To be told when the connection ends. */
    void end() {
        lose();
        awaited.forEach(each -> each.completeExceptionally(connectionEnded()));
        Context here = Vertx.currentContext();
        if (here == null) {
            gone.complete(null);
        } else {
            here.runOnContext(later -> gone.complete(null)); // the pool's own handlers come first
        }
    }

    private void lose() {
        lost = true;
        onLost.run();
    }

    <T extends @Nullable Object> CompletionStage<T> to(Future<T> running) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        awaited.add(answer);
        running.onComplete(outcome -> {
            awaited.remove(answer);
            if (outcome.succeeded()) {
                answer.complete(outcome.result());
            } else {
                if (LostConnection.in(outcome.cause())) {
                    lose(); // the end itself is told later, if at all
                }
                answer.completeExceptionally(outcome.cause());
            }
        });
        if (lost) {
            answer.completeExceptionally(connectionEnded());
        }
        return answer;
    }
}
