package dev.unirow.sqlite;

import dev.unirow.sqlite.internal.SqlText;
import dev.unirow.sqlite.internal.SqliteRows;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The statements of one session: which are admitted, which need a turn among the writers, and how they run. */
final class Statements {
    private final SqlitePool pool;
    private final Hold hold;

    Statements(SqlitePool pool, Hold hold) {
        this.pool = pool;
        this.hold = hold;
    }

    CompletionStage<SqliteRows> run(String sql, @Nullable Object[] values) {
        Objects.requireNonNull(sql, "sql");
        return pool.loop().call(() -> {
            SqlText text = admit(sql);
            return hold.perform(task(sql, text, jdbc -> runNow(jdbc, sql, text, values)));
        });
    }

    /** Runs the statement for each row of values. Without a transaction around it all or none of them happen. */
    CompletionStage<int[]> update(String sql, List<Object[]> batch) {
        return pool.loop().call(() -> {
            SqlText text = admit(sql);
            return hold.perform(task(
                    sql,
                    text,
                    jdbc -> hold.transaction().isOpen()
                            ? updateEach(jdbc, sql, text, batch)
                            : updateAllOrNone(jdbc, sql, text, batch)));
        });
    }

    /** Runs a query to its first row; an interrupted one is run again elsewhere. */
    CompletionStage<SqliteCursor> openCursor(String sql, @Nullable Object[] values) {
        return pool.loop().call(() -> {
            SqlText text = admit(sql);
            if (text.kind() != SqlText.Kind.READ || !hold.transaction().isOpen()) {
                throw new IllegalStateException(
                        "A cursor needs a query and an open transaction to stay in: '" + sql + "'.");
            }
            return hold.perform(task(sql, text, jdbc -> SqliteCursor.open(this, jdbc, sql, values)));
        });
    }

    /** Goes on with a cursor, which keeps its place and so cannot run again elsewhere. */
    <T> CompletionStage<T> use(String sql, Task.Work<T> work) {
        return pool.loop().call(() -> hold.perform(new Task<>(sql, false, Task.Place.ANY, work)));
    }

    private <T> Task<T> task(String sql, SqlText text, Task.Work<T> work) {
        Task.Place place = text.kind() == SqlText.Kind.READ ? Task.Place.MOVABLE : Task.Place.ANY;
        return new Task<>(sql, needsTurn(text), place, work);
    }

    private SqliteRows runNow(NativeConnection jdbc, String sql, SqlText text, @Nullable Object[] values)
            throws SQLException {
        if (changesConnection(text)) {
            hold.connectionChanged(); // first: pragmas are done when they are prepared, whatever follows
        }
        SqliteRows rows = jdbc.run(sql, text, values);
        if (text.kind() == SqlText.Kind.SCHEMA || text.kind() == SqlText.Kind.ATTACHMENT) {
            pool.schemaChanged();
        }
        return rows;
    }

    private int[] updateEach(NativeConnection jdbc, String sql, SqlText text, List<Object[]> batch)
            throws SQLException {
        // a batch of JDBC answers no rows; a name that holds the word costs speed only
        if (text.changesRows() && !sql.toLowerCase(Locale.ROOT).contains("returning")) {
            return jdbc.runEach(sql, text, batch);
        }
        int[] counts = new int[batch.size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = runNow(jdbc, sql, text, batch.get(i)).rowCount();
        }
        return counts;
    }

    private int[] updateAllOrNone(NativeConnection jdbc, String sql, SqlText text, List<Object[]> batch)
            throws SQLException {
        jdbc.control("begin immediate");
        try {
            int[] counts = updateEach(jdbc, sql, text, batch);
            jdbc.control("commit");
            return counts;
        } catch (SQLException | RuntimeException e) {
            rollbackAfter(jdbc, e);
            throw e;
        }
    }

    private static void rollbackAfter(NativeConnection jdbc, Exception failure) {
        try {
            if (jdbc.inTransaction()) {
                jdbc.control("rollback");
            }
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private SqlText admit(String sql) {
        pool.log(sql);
        SqlText text = pool.text(sql);
        if (text.kind() == SqlText.Kind.TRANSACTION) {
            throw new IllegalArgumentException("Begin, commit and roll back through the session, not by the statement '"
                    + sql + "': the driver must know when a transaction ends.");
        }
        if (text.kind() == SqlText.Kind.SAVEPOINT && !hold.transaction().isOpen()) {
            throw new IllegalStateException("A savepoint needs an open transaction: '" + sql + "'.");
        }
        if (!reads(text) && (hold.transaction().isReadOnly() || !pool.config().mayWrite())) {
            throw new ReadOnlyRefusal(sql, pool.config());
        }
        return text;
    }

    /** What is attached in memory is there for all, as the tables are. */
    private boolean changesConnection(SqlText text) {
        return text.kind() == SqlText.Kind.PRAGMA
                || text.kind() == SqlText.Kind.ATTACHMENT && !pool.config().inMemory();
    }

    private boolean needsTurn(SqlText text) {
        return pool.config().inMemory() || !reads(text);
    }

    private static boolean reads(SqlText text) {
        return text.kind() == SqlText.Kind.READ || text.kind() == SqlText.Kind.SAVEPOINT;
    }
}
