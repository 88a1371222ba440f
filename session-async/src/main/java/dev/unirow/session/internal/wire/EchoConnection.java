package dev.unirow.session.internal.wire;

import static dev.unirow.session.internal.wire.BoundStatement.within;

import dev.unirow.session.internal.wire.StatementWatch.ReadRows;
import dev.unirow.session.internal.wire.StatementWatch.SentStatement;
import dev.unirow.session.internal.wire.StatementWatch.Watched;
import io.vertx.sqlclient.spi.DatabaseMetadata;
import java.sql.ResultSet;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.hibernate.reactive.pool.BatchingConnection;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.jspecify.annotations.Nullable;

/**
 * A connection whose statements a watch sees. While that is off nothing is made for it: each method asks first, and the
 * delegate's answer is passed on as it is.
 */
public final class EchoConnection implements ReactiveConnection {
    private static final @Nullable Object[] NONE = {};

    private final ReactiveConnection delegate;
    private final StatementWatch watch;
    private long transaction;

    public EchoConnection(ReactiveConnection delegate, StatementWatch watch) {
        this.delegate = delegate;
        this.watch = watch;
    }

    /** Begins a transaction in the database's way. */
    CompletionStage<Void> beginTransaction(Backend backend, BeginMode mode) {
        if (watch.isOn()) {
            return begin(() -> backend.begin(delegate, mode));
        }
        transaction = 0;
        return backend.begin(delegate, mode);
    }

    /** Commits a transaction in which a statement has failed and was taken back. */
    CompletionStage<Void> commitAfterFailure(Backend backend) {
        if (watch.isOn()) {
            return end("COMMIT", () -> VertxConnection.committed(backend.commitAfterFailure(delegate)));
        }
        transaction = 0;
        return VertxConnection.committed(backend.commitAfterFailure(delegate));
    }

    /** Sends a statement that steers the transaction: a savepoint, or what the transaction is to be like. */
    public CompletionStage<Void> control(String sql) {
        return watch.isOn()
                ? step(SentStatement.step(sql, sql, transaction()), () -> delegate.executeUnprepared(sql))
                : delegate.executeUnprepared(sql);
    }

    /** Sends a query whose rows are read as they are asked for. */
    CompletionStage<RowCursor> openCursor(Backend backend, String sql, @Nullable Object[] parameters) {
        if (!watch.isOn()) {
            return backend.openCursor(delegate, sql, within(parameters));
        }
        Watched watched = watch.sent(SentStatement.of(sql, parameters, transaction()));
        long start = System.nanoTime();
        return Stages.attempt(() -> backend.openCursor(delegate, sql, within(parameters)))
                .<RowCursor>handle((cursor, failure) -> {
                    long nanos = System.nanoTime() - start;
                    watched.answered(nanos, failure);
                    if (failure == null) {
                        return new WatchedCursor(cursor, watched, nanos);
                    }
                    watched.ended(-1, nanos, Stages.unwrap(failure));
                    throw new CompletionException(Stages.unwrap(failure));
                });
    }

    /** {@link Backend#interrupt}. */
    public void interrupt(Backend backend) {
        backend.interrupt(delegate);
    }

    /** {@link Backend#settled}. */
    public CompletionStage<Boolean> settled(Backend backend) {
        return backend.settled(delegate);
    }

    private <T extends @Nullable Object> CompletionStage<T> watched(
            String sql,
            @Nullable Object[] parameters,
            Answer<? super T> kind,
            Supplier<? extends CompletionStage<? extends T>> statement) {
        return watched(SentStatement.of(sql, parameters, transaction()), kind, statement);
    }

    private <T extends @Nullable Object> CompletionStage<T> watched(
            SentStatement sent, Answer<? super T> kind, Supplier<? extends CompletionStage<? extends T>> statement) {
        Watched watched = watch.sent(sent);
        long start = System.nanoTime();
        return Stages.<T>attempt(() -> statement.get().thenApply(answer -> answer))
                .whenComplete((answer, failure) -> {
                    long nanos = System.nanoTime() - start;
                    watched.answered(nanos, failure);
                    if (failure != null) {
                        watched.ended(-1, nanos, Stages.unwrap(failure));
                        return;
                    }
                    ReadRows rows = watched.wantsRows() ? kind.read(answer) : null;
                    if (rows != null) {
                        watched.read(rows);
                    }
                    watched.ended(kind.count(answer), nanos, null);
                });
    }

    private CompletionStage<Void> step(SentStatement sent, Supplier<CompletionStage<Void>> step) {
        return watched(sent, Answer.NOTHING, step);
    }

    private long transaction() {
        if (transaction == 0 && delegate.isTransactionInProgress()) {
            transaction = watch.nextTransaction();
        }
        return transaction;
    }

    private CompletionStage<Void> begin(Supplier<CompletionStage<Void>> beginning) {
        long begun = watch.nextTransaction();
        return step(SentStatement.step("BEGIN", "BEGIN (implicit)", begun), beginning)
                .thenRun(() -> transaction = begun);
    }

    private CompletionStage<Void> end(String sql, Supplier<CompletionStage<Void>> ending) {
        long ended = transaction();
        transaction = 0;
        return step(SentStatement.step(sql, sql, ended), ending);
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
        return watch.isOn() ? watched(sql, NONE, Answer.NOTHING, () -> delegate.execute(sql)) : delegate.execute(sql);
    }

    @Override
    public CompletionStage<Void> executeOutsideTransaction(String sql) {
        return watch.isOn()
                ? watched(sql, NONE, Answer.NOTHING, () -> delegate.executeOutsideTransaction(sql))
                : delegate.executeOutsideTransaction(sql);
    }

    @Override
    public CompletionStage<Void> executeUnprepared(String sql) {
        return watch.isOn()
                ? watched(sql, NONE, Answer.NOTHING, () -> delegate.executeUnprepared(sql))
                : delegate.executeUnprepared(sql);
    }

    @Override
    public CompletionStage<Integer> update(String sql) {
        return watch.isOn() ? watched(sql, NONE, Answer.CHANGES, () -> delegate.update(sql)) : delegate.update(sql);
    }

    @Override
    public CompletionStage<Integer> update(String sql, @Nullable Object[] paramValues) {
        return watch.isOn()
                ? watched(sql, paramValues, Answer.CHANGES, () -> delegate.update(sql, within(paramValues)))
                : delegate.update(sql, within(paramValues));
    }

    @Override
    public CompletionStage<Void> update(
            String sql, @Nullable Object[] paramValues, boolean allowBatching, Expectation expectation) {
        if (!watch.isOn()) {
            return delegate.update(sql, paramValues, allowBatching, expectation);
        }
        CountedOutcome counted = new CountedOutcome(expectation);
        return watched(
                        sql,
                        paramValues,
                        Answer.CHANGES,
                        () -> delegate.update(sql, paramValues, allowBatching, counted)
                                .thenApply(done -> counted.rows()))
                .thenAccept(rows -> {});
    }

    @Override
    public CompletionStage<int[]> update(String sql, List<Object[]> paramValues) {
        return watch.isOn()
                ? watched(
                        new SentStatement(sql, sql, List.copyOf(paramValues), false, transaction()),
                        Answer.BATCH,
                        () -> delegate.update(sql, paramValues))
                : delegate.update(sql, paramValues);
    }

    @Override
    public CompletionStage<Result> select(String sql) {
        return watch.isOn()
                ? watched(sql, NONE, Answer.LISTED, () -> delegate.select(sql).thenApply(RewoundRows::new))
                : delegate.select(sql);
    }

    @Override
    public CompletionStage<Result> select(String sql, @Nullable Object[] paramValues) {
        return watch.isOn()
                ? watched(
                        sql,
                        paramValues,
                        Answer.LISTED,
                        () -> delegate.select(sql, within(paramValues)).thenApply(RewoundRows::new))
                : delegate.select(sql, within(paramValues));
    }

    @Override
    public CompletionStage<ResultSet> selectJdbc(String sql, @Nullable Object[] paramValues) {
        return watch.isOn()
                ? watched(sql, paramValues, Answer.ROWS, () -> delegate.selectJdbc(sql, within(paramValues)))
                : delegate.selectJdbc(sql, within(paramValues));
    }

    @Override
    public CompletionStage<ResultSet> selectJdbc(String sql) {
        return watch.isOn()
                ? watched(sql, NONE, Answer.ROWS, () -> delegate.selectJdbc(sql))
                : delegate.selectJdbc(sql);
    }

    @Override
    @Deprecated
    public <T> CompletionStage<T> insertAndSelectIdentifier(
            String sql, @Nullable Object[] paramValues, Class<T> idClass, String idColumnName) {
        return watch.isOn()
                ? watched(
                        sql,
                        paramValues,
                        Answer.IDENTIFIER,
                        () -> delegate.insertAndSelectIdentifier(sql, paramValues, idClass, idColumnName))
                : delegate.insertAndSelectIdentifier(sql, paramValues, idClass, idColumnName);
    }

    @Override
    @Deprecated
    public CompletionStage<ResultSet> insertAndSelectIdentifierAsResultSet(
            String sql, @Nullable Object[] paramValues, Class<?> idClass, String idColumnName) {
        return watch.isOn()
                ? watched(
                        sql,
                        paramValues,
                        Answer.ROWS,
                        () -> delegate.insertAndSelectIdentifierAsResultSet(sql, paramValues, idClass, idColumnName))
                : delegate.insertAndSelectIdentifierAsResultSet(sql, paramValues, idClass, idColumnName);
    }

    @Override
    public CompletionStage<ResultSet> executeAndSelectGeneratedValues(
            String sql, @Nullable Object[] paramValues, List<Class<?>> idClass, List<String> generatedColumnName) {
        return watch.isOn()
                ? watched(
                        sql,
                        paramValues,
                        Answer.ROWS,
                        () -> delegate.executeAndSelectGeneratedValues(sql, paramValues, idClass, generatedColumnName))
                : delegate.executeAndSelectGeneratedValues(sql, paramValues, idClass, generatedColumnName);
    }

    @Override
    public <T> CompletionStage<T> selectIdentifier(String sql, @Nullable Object[] paramValues, Class<T> idClass) {
        return watch.isOn()
                ? watched(
                        sql, paramValues, Answer.IDENTIFIER, () -> delegate.selectIdentifier(sql, paramValues, idClass))
                : delegate.selectIdentifier(sql, paramValues, idClass);
    }

    @Override
    public CompletionStage<Void> beginTransaction() {
        if (watch.isOn()) {
            return begin(delegate::beginTransaction);
        }
        transaction = 0;
        return delegate.beginTransaction();
    }

    @Override
    public CompletionStage<Void> commitTransaction() {
        if (watch.isOn()) {
            return end("COMMIT", delegate::commitTransaction);
        }
        transaction = 0;
        return delegate.commitTransaction();
    }

    @Override
    public CompletionStage<Void> rollbackTransaction() {
        if (watch.isOn()) {
            return end("ROLLBACK", delegate::rollbackTransaction);
        }
        transaction = 0;
        return delegate.rollbackTransaction();
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
