package dev.unirow.sqlite;

import dev.unirow.sqlite.internal.BoundValues;
import dev.unirow.sqlite.internal.SqliteColumns;
import dev.unirow.sqlite.internal.SqliteResultSet;
import dev.unirow.sqlite.internal.SqliteRow;
import dev.unirow.sqlite.internal.SqliteRows;
import dev.unirow.sqlite.internal.Stages;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one query, read as they are asked for. Other statements may run on its connection between. To be closed
 * before its transaction ends: SQLite keeps the snapshot for as long as it is open.
 */
public final class SqliteCursor {
    private final Statements statements;
    private final String sql;
    private final PreparedStatement statement;
    private final ResultSet results;
    private final SqliteColumns columns;
    private volatile boolean more;
    private volatile boolean closed;

    private SqliteCursor(Statements statements, String sql, PreparedStatement statement, ResultSet results)
            throws SQLException {
        this.statements = statements;
        this.sql = sql;
        this.statement = statement;
        this.results = results;
        this.more = results.next();
        this.columns = SqliteColumns.of(results.getMetaData());
    }

    /** Runs the query to its first row. */
    static SqliteCursor open(Statements statements, NativeConnection connection, String sql, @Nullable Object[] values)
            throws SQLException {
        PreparedStatement statement = connection.jdbc().prepareStatement(sql);
        try {
            BoundValues.bind(statement, values);
            return new SqliteCursor(statements, sql, statement, statement.executeQuery());
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    /** The next rows, at most so many; none where there are no more. */
    public CompletionStage<ResultSet> read(int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("A cursor reads 1 row or more, not " + rows + ".");
        }
        if (closed) {
            return CompletableFuture.failedFuture(
                    new IllegalStateException("The cursor of '" + sql + "' is closed. Run the query again."));
        }
        return Stages.map(statements.use(sql, connection -> next(rows)), SqliteResultSet::new);
    }

    private SqliteRows next(int limit) throws SQLException {
        List<SqliteRow> rows = new ArrayList<>();
        while (more && rows.size() < limit) {
            rows.add(row());
            more = results.next();
        }
        return new SqliteRows(columns, rows, rows.size());
    }

    private SqliteRow row() throws SQLException {
        @Nullable Object[] values = new @Nullable Object[columns.names().size()];
        for (int i = 0; i < values.length; i++) {
            Object value = results.getObject(i + 1);
            values[i] = value instanceof Integer number ? Long.valueOf(number) : value;
        }
        return new SqliteRow(columns, values);
    }

    /** Whether there are rows behind those that were read. */
    public boolean hasMore() {
        return more;
    }

    /** Closing twice is harmless. */
    public CompletionStage<Void> close() {
        if (closed) {
            return CompletableFuture.completedFuture(null);
        }
        closed = true;
        return Stages.map(
                statements.use(sql, connection -> {
                    statement.close();
                    return sql;
                }),
                done -> null);
    }
}
