package dev.unirow.session.internal.wire;

import io.vertx.sqlclient.Cursor;
import io.vertx.sqlclient.PreparedStatement;
import java.sql.ResultSet;
import java.util.concurrent.CompletionStage;

/** A cursor of Vert.x's SQL client, with its prepared statement. */
final class VertxCursor implements RowCursor {
    private static final String MARK = " /* cursor */";
    private static final int LONGEST_CACHED = 2048;

    private final PreparedStatement statement;
    private final Cursor cursor;
    private final VertxConnection connection;
    private final String sql;
    private boolean begun;

    VertxCursor(PreparedStatement statement, Cursor cursor, VertxConnection connection, String sql) {
        this.statement = statement;
        this.cursor = cursor;
        this.connection = connection;
        this.sql = sql;
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
        return connection.answer(sql, cursor.read(rows)).thenApply(LegibleRows::new);
    }

    @Override
    public boolean hasMore() {
        return begun && cursor.hasMore();
    }

    @Override
    public CompletionStage<Void> close() {
        return Stages.alwaysThen(
                connection.answer(sql, cursor.close()), () -> connection.answer(sql, statement.close()));
    }
}
