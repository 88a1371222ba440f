package dev.unirow.session.internal.hr;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.jspecify.annotations.Nullable;

/** A connection without a Hibernate session: SQL in, rows out. Used on its loop, one statement at a time. */
public final class RawConnection {
    private final ReactiveConnection connection;

    RawConnection(ReactiveConnection connection) {
        this.connection = connection;
    }

    /** All rows of a query that takes no parameters. */
    public CompletionStage<List<@Nullable Object[]>> select(String sql) {
        return connection.select(sql).thenApply(result -> {
            List<@Nullable Object[]> rows = new ArrayList<>(result.size());
            result.forEachRemaining(rows::add);
            return rows;
        });
    }

    /** Runs the statements one after the other. */
    public CompletionStage<Void> executeAll(List<String> statements) {
        CompletionStage<Void> all = CompletableFuture.completedFuture(null);
        for (String statement : statements) {
            all = all.thenCompose(ignored -> connection.executeUnprepared(statement));
        }
        return all;
    }

    /** Runs the work between BEGIN and COMMIT; ROLLBACK where it fails. */
    public <T extends @Nullable Object> CompletionStage<T> inTransaction(
            Function<RawConnection, ? extends CompletionStage<T>> work) {
        return Stages.attempt(connection::beginTransaction)
                .thenCompose(begun -> Stages.<T>attempt(() -> work.apply(this))
                        .handle((result, failure) -> failure == null
                                ? connection.commitTransaction().thenApply(ignored -> result)
                                : Stages.alwaysThen(
                                        CompletableFuture.<T>failedFuture(failure), connection::rollbackTransaction))
                        .thenCompose(stage -> stage));
    }
}
