package dev.unirow.session.internal.hr;

import io.vertx.sqlclient.spi.DatabaseMetadata;
import java.sql.ResultSet;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.pool.BatchingConnection;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.jspecify.annotations.Nullable;

/** A connection that shows on a sink what passes through it. */
final class EchoConnection implements ReactiveConnection {
    private static final @Nullable Object[] NONE = {};

    private final ReactiveConnection delegate;
    private final EchoSink sink;

    EchoConnection(ReactiveConnection delegate, EchoSink sink) {
        this.delegate = delegate;
        this.sink = sink;
    }

    /** Begins a transaction in another way than the connection's own. */
    CompletionStage<Void> beginTransaction(Function<ReactiveConnection, CompletionStage<Void>> beginning) {
        return step("BEGIN (implicit)", () -> beginning.apply(delegate));
    }

    /** Commits in another way than the connection's own. */
    CompletionStage<Void> commitTransaction(Function<ReactiveConnection, CompletionStage<Void>> committing) {
        return step("COMMIT", () -> committing.apply(delegate));
    }

    /** Sends a statement that steers the transaction: a savepoint, or what the transaction is to be like. */
    CompletionStage<Void> control(String sql) {
        return step(sql, () -> delegate.executeUnprepared(sql));
    }

    /** Sends a query whose rows are read as they are asked for. */
    CompletionStage<RowCursor> openCursor(Backend backend, String sql, @Nullable Object[] parameters) {
        return shown(sql, parameters, () -> backend.openCursor(delegate, sql, parameters));
    }

    /** {@link Backend#interrupt}. */
    void interrupt(Backend backend) {
        backend.interrupt(delegate);
    }

    private <T extends @Nullable Object> CompletionStage<T> shown(
            String sql, @Nullable Object[] parameters, Supplier<CompletionStage<T>> statement) {
        return sink.isOn() ? shown(sql, List.of(ParameterText.of(parameters)), statement) : statement.get();
    }

    private <T extends @Nullable Object> CompletionStage<T> shown(
            String sql, List<String> parameters, Supplier<CompletionStage<T>> statement) {
        sink.statement(sql);
        long start = System.nanoTime();
        return Stages.attempt(statement)
                .whenComplete((result, failure) -> sink.outcome(parameters, System.nanoTime() - start, failure));
    }

    private CompletionStage<Void> step(String name, Supplier<CompletionStage<Void>> step) {
        if (sink.isOn()) {
            sink.step(name);
        }
        return step.get();
    }

    @Override
    public boolean isTransactionInProgress() {
        return delegate.isTransactionInProgress();
    }

    @Override
    public DatabaseMetadata getDatabaseMetadata() {
        return delegate.getDatabaseMetadata();
    }

    @Override
    public CompletionStage<Void> execute(String sql) {
        return shown(sql, NONE, () -> delegate.execute(sql));
    }

    @Override
    public CompletionStage<Void> executeOutsideTransaction(String sql) {
        return shown(sql, NONE, () -> delegate.executeOutsideTransaction(sql));
    }

    @Override
    public CompletionStage<Void> executeUnprepared(String sql) {
        return shown(sql, NONE, () -> delegate.executeUnprepared(sql));
    }

    @Override
    public CompletionStage<Integer> update(String sql) {
        return shown(sql, NONE, () -> delegate.update(sql));
    }

    @Override
    public CompletionStage<Integer> update(String sql, @Nullable Object[] paramValues) {
        return shown(sql, paramValues, () -> delegate.update(sql, paramValues));
    }

    @Override
    public CompletionStage<Void> update(
            String sql, @Nullable Object[] paramValues, boolean allowBatching, Expectation expectation) {
        return shown(sql, paramValues, () -> delegate.update(sql, paramValues, allowBatching, expectation));
    }

    @Override
    public CompletionStage<int[]> update(String sql, List<Object[]> paramValues) {
        // the texts first: drivers overwrite nulls in the arrays
        return sink.isOn()
                ? shown(
                        sql,
                        paramValues.stream().map(ParameterText::of).toList(),
                        () -> delegate.update(sql, paramValues))
                : delegate.update(sql, paramValues);
    }

    @Override
    public CompletionStage<Result> select(String sql) {
        return shown(sql, NONE, () -> delegate.select(sql));
    }

    @Override
    public CompletionStage<Result> select(String sql, @Nullable Object[] paramValues) {
        return shown(sql, paramValues, () -> delegate.select(sql, paramValues));
    }

    @Override
    public CompletionStage<ResultSet> selectJdbc(String sql, @Nullable Object[] paramValues) {
        return shown(sql, paramValues, () -> delegate.selectJdbc(sql, paramValues));
    }

    @Override
    public CompletionStage<ResultSet> selectJdbc(String sql) {
        return shown(sql, NONE, () -> delegate.selectJdbc(sql));
    }

    @Override
    @Deprecated
    public <T> CompletionStage<T> insertAndSelectIdentifier(
            String sql, @Nullable Object[] paramValues, Class<T> idClass, String idColumnName) {
        return shown(
                sql, paramValues, () -> delegate.insertAndSelectIdentifier(sql, paramValues, idClass, idColumnName));
    }

    @Override
    @Deprecated
    public CompletionStage<ResultSet> insertAndSelectIdentifierAsResultSet(
            String sql, @Nullable Object[] paramValues, Class<?> idClass, String idColumnName) {
        return shown(
                sql,
                paramValues,
                () -> delegate.insertAndSelectIdentifierAsResultSet(sql, paramValues, idClass, idColumnName));
    }

    @Override
    public CompletionStage<ResultSet> executeAndSelectGeneratedValues(
            String sql, @Nullable Object[] paramValues, List<Class<?>> idClass, List<String> generatedColumnName) {
        return shown(
                sql,
                paramValues,
                () -> delegate.executeAndSelectGeneratedValues(sql, paramValues, idClass, generatedColumnName));
    }

    @Override
    public <T> CompletionStage<T> selectIdentifier(String sql, @Nullable Object[] paramValues, Class<T> idClass) {
        return shown(sql, paramValues, () -> delegate.selectIdentifier(sql, paramValues, idClass));
    }

    @Override
    public CompletionStage<Void> beginTransaction() {
        return beginTransaction(ReactiveConnection::beginTransaction);
    }

    @Override
    public CompletionStage<Void> commitTransaction() {
        return step("COMMIT", delegate::commitTransaction);
    }

    @Override
    public CompletionStage<Void> rollbackTransaction() {
        return step("ROLLBACK", delegate::rollbackTransaction);
    }

    @Override
    public ReactiveConnection withBatchSize(int batchSize) {
        return batchSize > 1 ? new BatchingConnection(this, batchSize) : this;
    }

    @Override
    public CompletionStage<Void> executeBatch() {
        return delegate.executeBatch();
    }

    @Override
    public CompletionStage<Void> close() {
        return delegate.close();
    }
}
