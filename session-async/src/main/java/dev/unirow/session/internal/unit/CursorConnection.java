package dev.unirow.session.internal.unit;

import dev.unirow.session.internal.wire.RowCursor;
import java.sql.ResultSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.hibernate.reactive.pool.BatchingConnection;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.jspecify.annotations.Nullable;

/**
 * A session's connection as the models of one stream see it. Hibernate Reactive knows no scrolling: it runs the same
 * query again for each batch, and is given the next rows of one cursor; what else it asks while it reads them goes to
 * the connection.
 */
final class CursorConnection extends BatchingConnection {
    private final SessionConnection connection;
    private @Nullable RowCursor cursor;
    private int expected;

    CursorConnection(SessionConnection connection) {
        super(connection, 0);
        this.connection = connection;
    }

    /** The next query is answered by so many of the cursor's next rows. */
    void expect(int rows) {
        expected = rows;
    }

    boolean hasMore() {
        return cursor != null && cursor.hasMore();
    }

    CompletionStage<Void> closeCursor() {
        return cursor == null ? CompletableFuture.completedFuture(null) : cursor.close();
    }

    @Override
    public CompletionStage<ResultSet> selectJdbc(String sql, @Nullable Object[] parameters) {
        int rows = expected;
        if (rows == 0) {
            return super.selectJdbc(sql, parameters);
        }
        expected = 0;
        RowCursor present = cursor;
        if (present != null) {
            return connection.noted(present.read(rows));
        }
        return connection.openCursor(sql, parameters).thenCompose(opened -> {
            cursor = opened;
            return connection.noted(opened.read(rows));
        });
    }

    @Override
    public ReactiveConnection withBatchSize(int batchSize) {
        return this;
    }

    /** The connection is the session's. */
    @Override
    public CompletionStage<Void> close() {
        return CompletableFuture.completedFuture(null);
    }
}
