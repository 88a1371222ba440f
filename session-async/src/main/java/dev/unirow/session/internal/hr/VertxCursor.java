package dev.unirow.session.internal.hr;

import io.vertx.core.Future;
import io.vertx.sqlclient.Cursor;
import io.vertx.sqlclient.PreparedStatement;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.sql.ResultSet;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** A cursor of Vert.x's SQL client, with its prepared statement. */
final class VertxCursor implements RowCursor {
    private static final String MARK = " /* cursor */";
    private static final int LONGEST_CACHED = 2048;

    private final PreparedStatement statement;
    private final Cursor cursor;
    private final Function<Future<RowSet<Row>>, CompletionStage<RowSet<Row>>> answer;
    private boolean begun;

    VertxCursor(
            PreparedStatement statement,
            Cursor cursor,
            Function<Future<RowSet<Row>>, CompletionStage<RowSet<Row>>> answer) {
        this.statement = statement;
        this.cursor = cursor;
        this.answer = answer;
    }

    /** The SQL of a statement that is the cursor's alone: MariaDB ends a cursor when its statement is run again. */
    static String own(String sql) {
        return sql + MARK;
    }

    static boolean isCacheable(String sql) {
        return sql.length() <= LONGEST_CACHED && !sql.endsWith(MARK);
    }

    @Override
    public CompletionStage<ResultSet> read(int rows) {
        begun = true;
        return answer.apply(cursor.read(rows)).thenApply(LegibleRows::new);
    }

    @Override
    public boolean hasMore() {
        return begun && cursor.hasMore();
    }

    @Override
    public CompletionStage<Void> close() {
        return Stages.alwaysThen(
                cursor.close().toCompletionStage(), () -> statement.close().toCompletionStage());
    }
}
