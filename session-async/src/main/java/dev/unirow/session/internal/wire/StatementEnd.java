package dev.unirow.session.internal.wire;

import io.vertx.sqlclient.DatabaseException;
import io.vertx.sqlclient.SqlConnection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The early end of a statement on one connection: asked for once at most, on any thread. The request travels by another
 * connection, so that it may come when the statement has ended, and would then hit the next one.
 */
final class StatementEnd {
    private final SqlConnection connection;
    private final Interruption interruption;
    private final CompletableFuture<@Nullable Void> sent = new CompletableFuture<>();
    private boolean asked;
    private int outOfReach;
    private volatile boolean hasCome;

    StatementEnd(SqlConnection connection, Interruption interruption) {
        this.connection = connection;
        this.interruption = interruption;
    }

    /** Asks for it where a statement is under way. */
    void askFor(BooleanSupplier underWay) {
        synchronized (this) {
            if (asked || outOfReach > 0 || !underWay.getAsBoolean()) {
                return;
            }
            asked = true;
        }
        interruption.ask(connection).onComplete(outcome -> sent.complete(null));
    }

    /** A statement has failed. */
    void notice(DatabaseException failure) {
        hasCome |= isAsked() && interruption.isReason(failure);
    }

    private synchronized boolean isAsked() {
        return asked;
    }

    /** Whether it was asked for and no statement was ended by it, so that it may still hit one. */
    boolean mayStillCome() {
        return isAsked() && !hasCome;
    }

    /** Runs a step that is not to be ended: after a request that is on its way, and with none made until it is done. */
    <T extends @Nullable Object> CompletionStage<T> outOfReach(Supplier<CompletionStage<T>> step) {
        boolean waits;
        synchronized (this) {
            outOfReach++;
            waits = asked && !sent.isDone();
        }
        CompletionStage<T> done = waits ? sent.thenCompose(ignored -> step.get()) : Stages.attempt(step);
        return done.whenComplete((result, failure) -> {
            synchronized (this) {
                outOfReach--;
            }
        });
    }
}
