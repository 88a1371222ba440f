package dev.unirow.session.internal.wire;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.DatabaseException;
import io.vertx.sqlclient.PrepareOptions;
import io.vertx.sqlclient.PropertyKind;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowIterator;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.SqlResult;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.Tuple;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
import io.vertx.sqlclient.spi.DatabaseMetadata;
import java.sql.BatchUpdateException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collector;
import org.hibernate.reactive.adaptor.impl.JdbcNull;
import org.hibernate.reactive.adaptor.impl.ResultSetAdaptor;
import org.hibernate.reactive.pool.BatchingConnection;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.jspecify.annotations.Nullable;

/**
 * A connection of Vert.x's SQL client. Hibernate Reactive's own takes the first row count of a batch for all of them,
 * so that a stale row behind it goes unseen, and logs what it throws.
 */
public final class VertxConnection implements ReactiveConnection {
    private static final PropertyKind<Long> LAST_INSERTED_ID = PropertyKind.create("last-inserted-id", Long.class);

    private final SqlConnection connection;
    private final VertxPool pool;
    private final StatementEnd end;
    private final Answers answers;
    private final Custody custody;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile boolean outdated;

    /** @param custody is told what becomes of the connection */
    VertxConnection(SqlConnection connection, VertxPool pool, Custody custody) {
        this.custody = custody;
        this.connection = connection;
        this.pool = pool;
        this.end = new StatementEnd(connection, pool.interruption());
        this.answers = new Answers(custody::suspectOthers);
        connection.closeHandler(closed -> answers.end());
    }

    /** What a statement is answered, or that the connection ended first. */
    <T extends @Nullable Object> CompletionStage<T> answer(String sql, Future<T> running) {
        return answer(running, failure -> failure(sql, failure));
    }

    /**
     * {@link #answer(String, Future)} of a statement that is prepared again, where that is all that it needs: its
     * former plan was refused before anything was run.
     */
    private <T extends @Nullable Object> CompletionStage<T> answer(String sql, Supplier<Future<T>> statement) {
        return answer(
                sql,
                statement
                        .get()
                        .recover(failure -> pool.isOutdatedPlan(failure) && !isTransactionInProgress()
                                ? statement.get()
                                : Future.failedFuture(failure)));
    }

    private <T extends @Nullable Object> CompletionStage<T> answer(
            Future<T> running, UnaryOperator<Throwable> translation) {
        return answers.to(running.recover(failure -> Future.failedFuture(translation.apply(failure))));
    }

    private Throwable failure(String sql, Throwable failure) {
        return pool.cause(failure) instanceof DatabaseException answered
                ? converted(sql, answered, reason(answered))
                : failure;
    }

    private Throwable failure(String sql, Throwable failure, int completed) {
        if (!(pool.cause(failure) instanceof DatabaseException answered)) {
            return failure;
        }
        SQLException reason = reason(answered);
        reason.setNextException(new BatchUpdateException(new int[pool.failedEntry(failure, completed)]));
        return converted(sql, answered, reason);
    }

    private SQLException reason(DatabaseException answered) {
        if (pool.isOutdatedPlan(answered)) {
            outdated = true;
            custody.outdateOthers();
            return new OutdatedPlanException(answered);
        }
        return new SQLException(answered.getMessage(), answered.getSqlState(), answered.getErrorCode(), answered);
    }

    private Throwable converted(String sql, DatabaseException answered, SQLException reason) {
        end.notice(answered);
        return pool.getSqlExceptionHelper().convert(reason, "error executing SQL statement", sql);
    }

    /** Ends the statement that runs, if any; not a COMMIT. To be called on any thread, and followed by the close. */
    void interrupt() {
        end.askFor(() -> !answers.isLost() && answers.isAnyAwaited());
    }

    /** Whether an interruption that was asked for may still hit a statement. */
    boolean mayStillBeInterrupted() {
        return end.mayStillCome();
    }

    private CompletionStage<RowSet<Row>> run(String sql) {
        return answer(sql, () -> connection.preparedQuery(sql).execute());
    }

    private CompletionStage<RowSet<Row>> run(String sql, @Nullable Object[] parameters) {
        return answer(sql, () -> connection.preparedQuery(sql).execute(tuple(parameters)));
    }

    private static Tuple tuple(@Nullable Object[] parameters) {
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i] instanceof JdbcNull none) {
                parameters[i] = none.toNullValue();
            }
        }
        return Tuple.wrap(parameters);
    }

    /** Sends a query whose rows are read as they are asked for. */
    CompletionStage<RowCursor> openCursor(String sql, @Nullable Object[] parameters) {
        String own = VertxCursor.own(sql);
        return answer(sql, connection.prepare(own))
                .thenApply(statement -> new VertxCursor(statement, statement.cursor(tuple(parameters)), this, sql));
    }

    @Override
    public boolean isTransactionInProgress() {
        return connection.transaction() != null;
    }

    @Override
    public DatabaseMetadata getDatabaseMetadata() {
        return connection.databaseMetadata();
    }

    @Override
    public CompletionStage<Void> execute(String sql) {
        return run(sql).thenAccept(rows -> {});
    }

    /** On this connection, which a transaction of its own must not have been begun on. */
    @Override
    public CompletionStage<Void> executeOutsideTransaction(String sql) {
        return isTransactionInProgress()
                ? CompletableFuture.failedFuture(new IllegalStateException("A transaction is open on the connection."))
                : execute(sql);
    }

    @Override
    public CompletionStage<Void> executeUnprepared(String sql) {
        return answer(sql, connection.query(sql).execute()).thenAccept(rows -> {});
    }

    @Override
    public CompletionStage<Integer> update(String sql) {
        return run(sql).thenApply(SqlResult::rowCount);
    }

    @Override
    public CompletionStage<Integer> update(String sql, @Nullable Object[] paramValues) {
        return run(sql, paramValues).thenApply(SqlResult::rowCount);
    }

    @Override
    public CompletionStage<Void> update(
            String sql, @Nullable Object[] paramValues, boolean allowBatching, Expectation expectation) {
        return update(sql, paramValues).thenAccept(count -> expectation.verifyOutcome(count, -1, sql));
    }

    @Override
    public CompletionStage<int[]> update(String sql, List<Object[]> paramValues) {
        List<Tuple> batch = paramValues.stream().map(VertxConnection::tuple).toList();
        AtomicInteger completed = new AtomicInteger();
        // made once for each entry that the database has completed
        Collector<Row, AtomicInteger, Integer> count = Collector.of(
                () -> completed, (counted, row) -> {}, (one, other) -> one, AtomicInteger::incrementAndGet);
        return answer(
                        connection.preparedQuery(sql).collecting(count).executeBatch(batch),
                        failure -> failure(sql, failure, completed.get()))
                .thenApply(VertxConnection::counts);
    }

    private static int[] counts(SqlResult<?> first) {
        List<Integer> counts = new ArrayList<>();
        for (SqlResult<?> each = first; each != null; each = each.next()) {
            counts.add(each.rowCount());
        }
        return counts.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public CompletionStage<Result> select(String sql) {
        return run(sql).thenApply(RowArrays::new);
    }

    @Override
    public CompletionStage<Result> select(String sql, @Nullable Object[] paramValues) {
        return run(sql, paramValues).thenApply(RowArrays::new);
    }

    @Override
    public CompletionStage<ResultSet> selectJdbc(String sql) {
        return run(sql).thenApply(LegibleRows::new);
    }

    @Override
    public CompletionStage<ResultSet> selectJdbc(String sql, @Nullable Object[] paramValues) {
        return run(sql, paramValues).thenApply(LegibleRows::new);
    }

    @Override
    @SuppressWarnings("NullAway") // the interface is not annotated: no row, no identifier
    public <T> CompletionStage<T> selectIdentifier(String sql, @Nullable Object[] paramValues, Class<T> idClass) {
        return run(sql, paramValues).thenApply(rows -> {
            RowIterator<Row> each = rows.iterator();
            return each.hasNext() ? each.next().get(idClass, 0) : null;
        });
    }

    @Override
    @Deprecated
    public <T> CompletionStage<T> insertAndSelectIdentifier(
            String sql, @Nullable Object[] paramValues, Class<T> idClass, String idColumnName) {
        return generated(sql, paramValues, List.of(idColumnName)).thenApply(rows -> {
            RowIterator<Row> each = rows.iterator();
            return each.hasNext()
                    ? each.next().get(idClass, 0)
                    : idClass.cast(WholeNumbers.coerce(idClass, rows.property(LAST_INSERTED_ID))
                            .orElseThrow());
        });
    }

    @Override
    @Deprecated
    public CompletionStage<ResultSet> insertAndSelectIdentifierAsResultSet(
            String sql, @Nullable Object[] paramValues, Class<?> idClass, String idColumnName) {
        return executeAndSelectGeneratedValues(sql, paramValues, List.of(idClass), List.of(idColumnName));
    }

    @Override
    public CompletionStage<ResultSet> executeAndSelectGeneratedValues(
            String sql, @Nullable Object[] paramValues, List<Class<?>> idClass, List<String> generatedColumnName) {
        return generated(sql, paramValues, generatedColumnName)
                .thenApply(rows -> rows.size() > 0
                        ? new LegibleRows(rows)
                        : new ResultSetAdaptor(
                                WholeNumbers.coerce(idClass.get(0), rows.property(LAST_INSERTED_ID))
                                        .orElseThrow(),
                                idClass.get(0),
                                generatedColumnName.get(0)));
    }

    private CompletionStage<RowSet<Row>> generated(String sql, @Nullable Object[] paramValues, List<String> columns) {
        PrepareOptions options =
                new PrepareOptions(new JsonObject().put("autoGeneratedKeysIndexes", new JsonArray(columns)));
        return answer(sql, () -> connection.preparedQuery(sql, options).execute(tuple(paramValues)));
    }

    @Override
    public CompletionStage<Void> beginTransaction() {
        return isTransactionInProgress()
                ? CompletableFuture.failedFuture(
                        new IllegalStateException("A transaction is open on the connection already."))
                : answers.to(connection.begin().mapEmpty());
    }

    @Override
    public CompletionStage<Void> commitTransaction() {
        Transaction open = connection.transaction();
        return open == null
                ? CompletableFuture.failedFuture(new IllegalStateException("No transaction is open on the connection."))
                : answers.isLost() ? Answers.none() : end.outOfReach(() -> committed(answer("COMMIT", open.commit())));
    }

    /** The answer to a COMMIT, or to a change that commits by itself: none, where the connection ended first. */
    public static <T extends @Nullable Object> CompletionStage<T> committed(CompletionStage<T> answer) {
        return answer.exceptionally(failure -> {
            Throwable reason = Stages.unwrap(failure);
            throw new CompletionException(LostConnection.in(reason) ? new CommitUnansweredException(reason) : reason);
        });
    }

    @Override
    public CompletionStage<Void> rollbackTransaction() {
        Transaction open = connection.transaction();
        return open == null
                ? CompletableFuture.completedFuture(null)
                : end.outOfReach(() -> end.mayStillCome() ? drop() : answers.to(open.rollback()));
    }

    @Override
    public ReactiveConnection withBatchSize(int batchSize) {
        return batchSize > 1 ? new BatchingConnection(this, batchSize) : this;
    }

    @Override
    public CompletionStage<Void> executeBatch() {
        return CompletableFuture.completedFuture(null);
    }

    /**
     * What comes too late for one statement must hit no other: the server rolls back, and the pool makes a new
     * connection.
     */
    private CompletionStage<Void> drop() {
        if (((SqlConnectionInternal) connection).unwrap().unwrap() instanceof SocketConnectionBase wire) {
            wire.socket().close();
            return answers.gone();
        }
        return CompletableFuture.completedFuture(null);
    }

    /** Rolls back what is open and gives the connection back to its pool; one that is lost leaves it. */
    @Override
    public CompletionStage<Void> close() {
        if (!closed.compareAndSet(false, true)) {
            return CompletableFuture.completedFuture(null);
        }
        return end.outOfReach(() -> ((end.mayStillCome() || outdated) && !answers.isLost()
                        ? drop()
                        : CompletableFuture.<Void>completedFuture(null))
                .thenCompose(ended -> returned()));
    }

    private CompletionStage<Void> returned() {
        return answers.isLost()
                ? custody.drop().otherwiseEmpty().toCompletionStage()
                : answers.to(custody.giveBack()).exceptionally(failure -> {
                    if (answers.isLost()) {
                        return null;
                    }
                    throw new CompletionException(failure);
                });
    }
}
