package dev.unirow.session.internal.pinned;

import dev.unirow.session.internal.wire.Backend;
import dev.unirow.session.internal.wire.BeginMode;
import dev.unirow.session.internal.wire.RowCursor;
import dev.unirow.session.internal.wire.Stages;
import dev.unirow.session.internal.wire.TransactionSettings;
import io.vertx.sqlclient.spi.DatabaseMetadata;
import java.sql.ResultSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.hibernate.reactive.pool.BatchingConnection;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.jspecify.annotations.Nullable;

/** The pinned connection as one session has it: with transactions of its own. */
final class Lease implements ReactiveConnection {
    private final PinnedConnection pinned;
    private final TransactionSettings settings;
    private final int epoch;
    private @Nullable PinnedTransaction transaction;

    Lease(PinnedConnection pinned, TransactionSettings settings) {
        this.pinned = pinned;
        this.settings = settings;
        this.epoch = pinned.epoch();
    }

    CompletionStage<Void> begin(BeginMode mode) {
        if (transaction != null) {
            return CompletableFuture.failedFuture(
                    new IllegalStateException("A transaction is open on the connection already."));
        }
        boolean patient =
                settings.lineage().isScope() && (mode == BeginMode.TO_WRITE || mode == BeginMode.TO_READ_FIRST);
        return Stages.attempt(() -> {
                    requirePresent();
                    return pinned.begin(settings.lineage(), patient);
                })
                .thenAccept(begun -> transaction = begun);
    }

    private void requirePresent() {
        if (epoch != pinned.epoch()) {
            throw new IllegalStateException(
                    "rollbackAll() has ended what was open on the database: open another session.");
        }
    }

    private <T extends @Nullable Object> CompletionStage<T> send(
            String sql, Function<ReactiveConnection, CompletionStage<T>> statement) {
        return Stages.attempt(() -> {
            requirePresent();
            PinnedTransaction present = transaction;
            return present == null
                    ? pinned.sendAlone(settings.lineage(), sql, statement)
                    : pinned.send(present, sql, statement);
        });
    }

    /** Sends a query whose rows are read as they are asked for. */
    CompletionStage<RowCursor> openCursor(Backend backend, String sql, @Nullable Object[] parameters) {
        return send(sql, connection -> backend.openCursor(connection, sql, parameters));
    }

    @Override
    public boolean isTransactionInProgress() {
        return transaction != null;
    }

    @Override
    public DatabaseMetadata getDatabaseMetadata() {
        ReactiveConnection present = pinned.present();
        if (present == null) {
            throw new IllegalStateException("The database's metadata is known only while a connection is open.");
        }
        return present.getDatabaseMetadata();
    }

    @Override
    public CompletionStage<Void> beginTransaction() {
        return begin(settings.mode());
    }

    @Override
    public CompletionStage<Void> commitTransaction() {
        PinnedTransaction open = transaction;
        transaction = null;
        return open == null
                ? CompletableFuture.failedFuture(new IllegalStateException("No transaction is open on the connection."))
                : Stages.attempt(() -> pinned.commit(open));
    }

    @Override
    public CompletionStage<Void> rollbackTransaction() {
        PinnedTransaction open = transaction;
        transaction = null;
        return open == null ? CompletableFuture.completedFuture(null) : Stages.attempt(() -> pinned.rollback(open));
    }

    /** What is open is rolled back; the connection stays. */
    @Override
    public CompletionStage<Void> close() {
        return rollbackTransaction();
    }

    @Override
    public ReactiveConnection withBatchSize(int batchSize) {
        return batchSize > 1 ? new BatchingConnection(this, batchSize) : this;
    }

    @Override
    public CompletionStage<Void> executeBatch() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Void> execute(String sql) {
        return send(sql, connection -> connection.execute(sql));
    }

    @Override
    public CompletionStage<Void> executeOutsideTransaction(String sql) {
        return send(sql, connection -> connection.execute(sql));
    }

    @Override
    public CompletionStage<Void> executeUnprepared(String sql) {
        return send(sql, connection -> connection.executeUnprepared(sql));
    }

    @Override
    public CompletionStage<Integer> update(String sql) {
        return send(sql, connection -> connection.update(sql));
    }

    @Override
    public CompletionStage<Integer> update(String sql, @Nullable Object[] paramValues) {
        return send(sql, connection -> connection.update(sql, paramValues));
    }

    @Override
    public CompletionStage<Void> update(
            String sql, @Nullable Object[] paramValues, boolean allowBatching, Expectation expectation) {
        return send(sql, connection -> connection.update(sql, paramValues, allowBatching, expectation));
    }

    @Override
    public CompletionStage<int[]> update(String sql, List<Object[]> paramValues) {
        return send(sql, connection -> connection.update(sql, paramValues));
    }

    @Override
    public CompletionStage<Result> select(String sql) {
        return send(sql, connection -> connection.select(sql));
    }

    @Override
    public CompletionStage<Result> select(String sql, @Nullable Object[] paramValues) {
        return send(sql, connection -> connection.select(sql, paramValues));
    }

    @Override
    public CompletionStage<ResultSet> selectJdbc(String sql) {
        return send(sql, connection -> connection.selectJdbc(sql));
    }

    @Override
    public CompletionStage<ResultSet> selectJdbc(String sql, @Nullable Object[] paramValues) {
        return send(sql, connection -> connection.selectJdbc(sql, paramValues));
    }

    @Override
    @Deprecated
    public <T> CompletionStage<T> insertAndSelectIdentifier(
            String sql, @Nullable Object[] paramValues, Class<T> idClass, String idColumnName) {
        return send(sql, connection -> connection.insertAndSelectIdentifier(sql, paramValues, idClass, idColumnName));
    }

    @Override
    @Deprecated
    public CompletionStage<ResultSet> insertAndSelectIdentifierAsResultSet(
            String sql, @Nullable Object[] paramValues, Class<?> idClass, String idColumnName) {
        return send(
                sql,
                connection -> connection.insertAndSelectIdentifierAsResultSet(sql, paramValues, idClass, idColumnName));
    }

    @Override
    public CompletionStage<ResultSet> executeAndSelectGeneratedValues(
            String sql, @Nullable Object[] paramValues, List<Class<?>> idClass, List<String> generatedColumnName) {
        return send(
                sql,
                connection ->
                        connection.executeAndSelectGeneratedValues(sql, paramValues, idClass, generatedColumnName));
    }

    @Override
    public <T> CompletionStage<T> selectIdentifier(String sql, @Nullable Object[] paramValues, Class<T> idClass) {
        return send(sql, connection -> connection.selectIdentifier(sql, paramValues, idClass));
    }
}
