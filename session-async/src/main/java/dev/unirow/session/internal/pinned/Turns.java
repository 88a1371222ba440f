package dev.unirow.session.internal.pinned;

import dev.unirow.session.internal.wire.Lineage;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/** The scopes that wait until they may begin, in the order in which they asked. */
final class Turns {
    private record Turn(Lineage lineage, CompletableFuture<Void> come) {}

    private final Duration patience;
    private final Deque<Turn> waiting = new ArrayDeque<>();

    Turns(Duration patience) {
        this.patience = patience;
    }

    /** Completes when the lineage may begin; fails when that takes too long. */
    CompletionStage<Void> await(Lineage lineage, Vertx vertx) {
        Turn turn = new Turn(lineage, new CompletableFuture<>());
        waiting.add(turn);
        long timer = vertx.setTimer(Math.max(1, patience.toMillis()), fired -> {
            if (waiting.remove(turn)) {
                turn.come()
                        .completeExceptionally(new IllegalStateException("The transaction of a scope waited for "
                                + patience.toMillis()
                                + " ms for that of another scope, with which it shares the only connection of a database that "
                                + "is opened with rollbackOnly(). Let the other end before, or make one the part of the other: "
                                + "session.nested(…), or a pipeline that the other's work returns. A test that needs both at "
                                + "once is one with isolation = COPY."));
            }
        });
        return turn.come().whenComplete((come, failure) -> vertx.cancelTimer(timer));
    }

    /** Lets those go on that may begin now. */
    void next(Predicate<Lineage> mayBegin) {
        while (!waiting.isEmpty() && mayBegin.test(waiting.element().lineage())) {
            waiting.remove().come().complete(null);
        }
    }

    void failAll(String reason) {
        while (!waiting.isEmpty()) {
            waiting.remove().come().completeExceptionally(new IllegalStateException(reason));
        }
    }
}
