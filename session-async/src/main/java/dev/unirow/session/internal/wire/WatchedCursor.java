package dev.unirow.session.internal.wire;

import dev.unirow.session.internal.wire.StatementWatch.ReadRows;
import dev.unirow.session.internal.wire.StatementWatch.Watched;
import java.sql.ResultSet;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A cursor whose rows are seen as they are read, and which has ended when it is closed. */
final class WatchedCursor implements RowCursor {
    private final RowCursor cursor;
    private final Watched watched;
    private long rows;
    private long nanos;
    private @Nullable Throwable failure;
    private boolean ended;

    WatchedCursor(RowCursor cursor, Watched watched, long nanos) {
        this.cursor = cursor;
        this.watched = watched;
        this.nanos = nanos;
    }

    @Override
    public CompletionStage<ResultSet> read(int rows) {
        long start = System.nanoTime();
        return Stages.attempt(() -> cursor.read(rows)).whenComplete((results, problem) -> {
            nanos += System.nanoTime() - start;
            if (problem != null) {
                failure = Stages.unwrap(problem);
                return;
            }
            this.rows += Answer.ROWS.count(results);
            ReadRows read = watched.wantsRows() ? Answer.ROWS.read(results) : null;
            if (read != null) {
                watched.read(read);
            }
        });
    }

    @Override
    public boolean hasMore() {
        return cursor.hasMore();
    }

    @Override
    public CompletionStage<Void> close() {
        if (!ended) {
            ended = true;
            watched.ended(rows, nanos, failure);
        }
        return cursor.close();
    }
}
