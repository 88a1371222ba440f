package dev.unirow.session.internal.wire;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** How the transactions of one session or connection begin and end on its database. */
public record TransactionSteps(Backend backend, TransactionSettings settings) {
    public CompletionStage<Void> begin(EchoConnection connection) {
        return control(connection, backend.beforeBegin(settings))
                .thenCompose(ignored -> connection.beginTransaction(backend, settings.mode()))
                .thenCompose(ignored -> control(connection, backend.afterBegin(settings)));
    }

    private static CompletionStage<Void> control(EchoConnection connection, Iterable<String> statements) {
        CompletionStage<Void> all = CompletableFuture.completedFuture(null);
        for (String statement : statements) {
            all = all.thenCompose(ignored -> connection.control(statement));
        }
        return all;
    }

    /**
     * Commits.
     *
     * @param survivedFailure whether a statement has failed and was taken back to a savepoint
     */
    public CompletionStage<Void> commit(EchoConnection connection, boolean survivedFailure) {
        return survivedFailure ? connection.commitAfterFailure(backend) : connection.commitTransaction();
    }
}
