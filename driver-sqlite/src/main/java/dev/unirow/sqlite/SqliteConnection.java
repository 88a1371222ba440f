package dev.unirow.sqlite;

import dev.unirow.sqlite.internal.SqliteResultSet;
import dev.unirow.sqlite.internal.SqliteRows;
import dev.unirow.sqlite.internal.Stages;
import io.vertx.sqlclient.spi.DatabaseMetadata;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.hibernate.reactive.pool.BatchingConnection;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One session's hold on a database. It borrows a connection at its first statement and gives it back at {@link #close}.
 * One operation at a time; results arrive on the Vert.x context of the caller, failures as Hibernate's JDBC exceptions
 * with {@link org.sqlite.SQLiteException} as the cause.
 */
public final class SqliteConnection implements ReactiveConnection {
    private static final Logger LOG = Logger.getLogger("dev.unirow.sqlite");
    private static final Object[] NO_VALUES = {};

    private final SqlitePool pool;
    private final Hold hold;
    private final Statements statements;

    SqliteConnection(SqlitePool pool, long number) {
        this.pool = pool;
        this.hold = new Hold(pool, number);
        this.statements = new Statements(pool, hold);
    }

    // ---- transactions

    /** Begins a transaction that may write: {@link TransactionMode#IMMEDIATE}. */
    @Override
    public CompletionStage<Void> beginTransaction() {
        return begin(TransactionMode.IMMEDIATE);
    }

    /**
     * Begins a transaction, when it is this connection's turn if the mode asks for it.
     *
     * @return fails with a LockAcquisitionException when the turn does not come within the writer time-out
     */
    public CompletionStage<Void> begin(TransactionMode mode) {
        return hold.begin(mode);
    }

    /** Commits. When SQLite refuses, the transaction is rolled back, and the failure says why. */
    @Override
    public CompletionStage<Void> commitTransaction() {
        return hold.commit();
    }

    /**
     * Rolls back; gives up the place in the queue of a transaction that is still to begin. Without a transaction
     * nothing happens.
     */
    @Override
    public CompletionStage<Void> rollbackTransaction() {
        return hold.rollback();
    }

    @Override
    public boolean isTransactionInProgress() {
        return hold.transaction().isOpen();
    }

    /** Rolls back an open transaction and gives the connection back. Closing twice is harmless. */
    @Override
    public CompletionStage<Void> close() {
        return hold.close();
    }

    /**
     * Ends the statement that runs now, or the waiting for a turn or a lock, which fails then; nothing happens where
     * there is none. A statement that writes takes the transaction with it. Usable from any thread.
     */
    public void interrupt() {
        hold.interrupt();
    }

    /** The driver's connection below, for work on another thread while this session does nothing else. */
    CompletionStage<Connection> jdbc() {
        return hold.jdbc();
    }

    /** Closes without anybody waiting for it; nothing can go wrong but what is logged. */
    void release() {
        close().whenComplete((done, failure) -> {
            if (failure != null) {
                LOG.warnf(failure, "%s could not be closed properly.", hold.describe());
            }
        });
    }

    // ---- statements

    @Override
    public CompletionStage<Void> execute(String sql) {
        return Stages.map(statements.run(sql, NO_VALUES), rows -> null);
    }

    @Override
    public CompletionStage<Void> executeUnprepared(String sql) {
        return execute(sql);
    }

    /** Runs on another connection, and so cannot be used while this one has its turn to write. */
    @Override
    public CompletionStage<Void> executeOutsideTransaction(String sql) {
        return pool.loop().call(() -> {
            if (hold.isWriting()) {
                return CompletableFuture.failedFuture(new IllegalStateException(
                        "This transaction is SQLite's one writer, so nothing can run outside of it: '" + sql + "'."));
            }
            SqliteConnection other = pool.connect();
            return other.execute(sql).whenComplete((done, failure) -> other.release());
        });
    }

    @Override
    public CompletionStage<Integer> update(String sql) {
        return update(sql, NO_VALUES);
    }

    @Override
    public CompletionStage<Integer> update(String sql, @Nullable Object[] values) {
        return Stages.map(statements.run(sql, values), SqliteRows::rowCount);
    }

    @Override
    public CompletionStage<Void> update(
            String sql, @Nullable Object[] values, boolean allowBatching, Expectation expectation) {
        return Stages.map(update(sql, values), count -> {
            expectation.verifyOutcome(count, -1, sql);
            return null;
        });
    }

    /** Runs the statement for each row of values. Without a transaction around it all or none of them happen. */
    @Override
    public CompletionStage<int[]> update(String sql, List<Object[]> batch) {
        return statements.update(sql, batch);
    }

    @Override
    public CompletionStage<Result> select(String sql) {
        return select(sql, NO_VALUES);
    }

    @Override
    public CompletionStage<Result> select(String sql, @Nullable Object[] values) {
        return Stages.map(statements.run(sql, values), SqliteRows::result);
    }

    /** Runs a query whose rows are read as they are asked for, in the transaction that is open. */
    public CompletionStage<SqliteCursor> openCursor(String sql, @Nullable Object[] values) {
        return statements.openCursor(sql, values);
    }

    @Override
    public CompletionStage<ResultSet> selectJdbc(String sql) {
        return selectJdbc(sql, NO_VALUES);
    }

    @Override
    public CompletionStage<ResultSet> selectJdbc(String sql, @Nullable Object[] values) {
        return Stages.map(statements.run(sql, values), SqliteResultSet::new);
    }

    @Override
    @Deprecated
    public <T> CompletionStage<T> insertAndSelectIdentifier(
            String sql, @Nullable Object[] values, Class<T> type, String column) {
        return selectIdentifier(sql, values, type);
    }

    @Override
    @Deprecated
    public CompletionStage<ResultSet> insertAndSelectIdentifierAsResultSet(
            String sql, @Nullable Object[] values, Class<?> type, String column) {
        return selectJdbc(sql, values);
    }

    /** Generated values come from the statement's RETURNING clause, which the dialect adds. */
    @Override
    public CompletionStage<ResultSet> executeAndSelectGeneratedValues(
            String sql, @Nullable Object[] values, List<Class<?>> types, List<String> columns) {
        return selectJdbc(sql, values);
    }

    @Override
    @SuppressWarnings("NullAway") // null when there is no row, as Hibernate Reactive expects
    public <T> CompletionStage<T> selectIdentifier(String sql, @Nullable Object[] values, Class<T> type) {
        return Stages.map(statements.run(sql, values), rows -> rows.single(type));
    }

    @Override
    public ReactiveConnection withBatchSize(int batchSize) {
        return batchSize <= 1 ? this : new BatchingConnection(this, batchSize);
    }

    @Override
    public CompletionStage<Void> executeBatch() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public DatabaseMetadata getDatabaseMetadata() {
        return pool.metadata();
    }
}
