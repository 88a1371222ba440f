package dev.unirow.session.internal.wire;

import io.vertx.sqlclient.DatabaseException;
import io.vertx.sqlclient.SqlConnection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The early end of a statement on one connection: asked for on any thread, once until it has come. The request travels
 * by another connection, so that it may come when the statement has ended, and would then hit the next one.
 */
final class StatementEnd {
    private final SqlConnection connection;
    private final Interruption interruption;
    private CompletableFuture<@Nullable Void> sent = new CompletableFuture<>();
    private boolean asked;
    private int outOfReach;

    StatementEnd(SqlConnection connection, Interruption interruption) {
        this.connection = connection;
        this.interruption = interruption;
    }

    /** Asks for it where a statement is under way. */
    void askFor(BooleanSupplier underWay) {
        CompletableFuture<@Nullable Void> request;
        synchronized (this) {
            if (asked || outOfReach > 0 || !underWay.getAsBoolean()) {
                return;
            }
            asked = true;
            request = new CompletableFuture<>();
            sent = request;
        }
        interruption.ask(connection).onComplete(outcome -> request.complete(null));
    }

    /** A statement has failed. */
    synchronized void notice(DatabaseException failure) {
        if (interruption.isReason(failure)) {
            asked = false;
        }
    }

    /** Whether it was asked for and no statement was ended by it, so that it may still hit one. */
    synchronized boolean mayStillCome() {
        return asked;
    }

    /** Runs a step that is not to be ended: after a request that is on its way, and with none made until it is done. */
    <T extends @Nullable Object> CompletionStage<T> outOfReach(Supplier<CompletionStage<T>> step) {
        @Nullable CompletableFuture<@Nullable Void> request;
        synchronized (this) {
            outOfReach++;
            request = asked && !sent.isDone() ? sent : null;
        }
        CompletionStage<T> done = request != null ? request.thenCompose(ignored -> step.get()) : Stages.attempt(step);
        return done.whenComplete((result, failure) -> {
            synchronized (this) {
                outOfReach--;
            }
        });
    }
}
