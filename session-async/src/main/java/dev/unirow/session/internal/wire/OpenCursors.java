package dev.unirow.session.internal.wire;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The cursors on one session's connection: none outlives the transaction that it was opened in. Where statements stand
 * for themselves, there is a transaction from the first cursor's opening to the last one's end, since no server keeps
 * one otherwise.
 */
public final class OpenCursors {
    private final Backend backend;
    private final boolean inOwnTransaction;
    private final Set<Held> open = new LinkedHashSet<>();
    private boolean begun;

    public OpenCursors(Backend backend, boolean inOwnTransaction) {
        this.backend = backend;
        this.inOwnTransaction = inOwnTransaction;
    }

    public boolean anyOpen() {
        return !open.isEmpty();
    }

    public CompletionStage<RowCursor> open(EchoConnection connection, String sql, @Nullable Object[] parameters) {
        return begin(connection)
                .thenCompose(ready -> connection.openCursor(backend, sql, parameters))
                .<CompletionStage<RowCursor>>handle((cursor, failure) -> {
                    if (failure != null) {
                        return Stages.alwaysThen(
                                CompletableFuture.<RowCursor>failedFuture(Stages.unwrap(failure)),
                                () -> endUnused(connection));
                    }
                    Held held = new Held(connection, cursor);
                    open.add(held);
                    return CompletableFuture.completedFuture(held);
                })
                .thenCompose(stage -> stage);
    }

    /**
     * Runs a query that the program wrote, which the database lets change nothing where statements stand for
     * themselves.
     */
    public <T extends @Nullable Object> CompletionStage<T> run(
            EchoConnection connection, Function<EchoConnection, CompletionStage<T>> query) {
        return begin(connection)
                .thenCompose(ready ->
                        Stages.alwaysThen(Stages.attempt(() -> query.apply(connection)), () -> endUnused(connection)));
    }

    private CompletionStage<Void> begin(EchoConnection connection) {
        if (!inOwnTransaction || begun) {
            return CompletableFuture.completedFuture(null);
        }
        TransactionSteps steps = new TransactionSteps(backend, TransactionSettings.of(BeginMode.READ_ONLY));
        return Stages.attempt(() -> steps.begin(connection))
                .<CompletionStage<Void>>handle((done, failure) -> failure == null
                        ? CompletableFuture.completedFuture(null)
                        : Stages.alwaysThen(
                                CompletableFuture.failedFuture(Stages.unwrap(failure)), () -> endHalfBegun(connection)))
                .thenCompose(stage -> stage)
                .thenRun(() -> begun = true);
    }

    private static CompletionStage<Void> endHalfBegun(EchoConnection connection) {
        return connection.isTransactionInProgress()
                ? connection.rollbackTransaction()
                : CompletableFuture.completedFuture(null);
    }

    private CompletionStage<Void> endUnused(EchoConnection connection) {
        if (!begun || !open.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        begun = false;
        return connection.rollbackTransaction(); // it changed nothing, and may have failed
    }

    /** Ends all cursors, with what is left unread; what goes wrong then shows when the transaction ends. */
    public CompletionStage<Void> closeAll() {
        List<Held> all = new ArrayList<>(open);
        CompletionStage<Void> closed = CompletableFuture.completedFuture(null);
        for (Held each : all) {
            closed = closed.thenCompose(ignored -> each.close()).handle((ignored, failure) -> null);
        }
        return closed;
    }

    private final class Held implements RowCursor {
        private final EchoConnection connection;
        private final RowCursor cursor;

        Held(EchoConnection connection, RowCursor cursor) {
            this.connection = connection;
            this.cursor = cursor;
        }

        @Override
        public CompletionStage<ResultSet> read(int rows) {
            return open.contains(this) ? cursor.read(rows) : CompletableFuture.failedFuture(new CursorEndedException());
        }

        @Override
        public boolean hasMore() {
            return cursor.hasMore();
        }

        @Override
        public CompletionStage<Void> close() {
            if (!open.remove(this)) {
                return CompletableFuture.completedFuture(null);
            }
            return Stages.alwaysThen(Stages.attempt(cursor::close), () -> endUnused(connection));
        }
    }
}
