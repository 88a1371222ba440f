package dev.unirow.session.internal.unit;

import dev.unirow.session.internal.wire.Backend;
import dev.unirow.session.internal.wire.BoundStatement;
import dev.unirow.session.internal.wire.CursorEndedException;
import dev.unirow.session.internal.wire.EchoConnection;
import dev.unirow.session.internal.wire.LostConnection;
import dev.unirow.session.internal.wire.OpenCursors;
import dev.unirow.session.internal.wire.Opening;
import dev.unirow.session.internal.wire.RowCursor;
import dev.unirow.session.internal.wire.Stages;
import dev.unirow.session.internal.wire.StatementWatch;
import dev.unirow.session.internal.wire.TransactionSteps;
import io.vertx.sqlclient.spi.DatabaseMetadata;
import java.sql.ResultSet;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.jspecify.annotations.Nullable;

/**
 * The connection of one session: taken from the pool, and a transaction begun on it, when the first statement is sent;
 * given back when the transaction ends (SQLAlchemy's autobegin). Used on the session's loop alone.
 */
final class SessionConnection implements ReactiveConnection {
    private final Supplier<CompletionStage<EchoConnection>> source;
    private final @Nullable TransactionSteps steps;
    private final Backend backend;
    private final OpenCursors cursors;
    private final WrittenRows rows = new WrittenRows();
    private final @Nullable Opening opening;
    private final @Nullable GivenSession given;
    private Runnable givenBack = () -> {};
    private volatile @Nullable EchoConnection held;
    private volatile boolean interrupted;
    private boolean cancelled;
    private @Nullable CompletionStage<EchoConnection> current;
    private @Nullable Throwable statementFailure;
    private boolean survivedFailure;
    private boolean keepsGivenKeys;

    SessionConnection(
            Supplier<CompletionStage<EchoConnection>> source,
            @Nullable TransactionSteps steps,
            Backend backend,
            @Nullable Opening opening) {
        this(source, steps, backend, opening, null);
    }

    private SessionConnection(
            Supplier<CompletionStage<EchoConnection>> source,
            @Nullable TransactionSteps steps,
            Backend backend,
            @Nullable Opening opening,
            @Nullable GivenSession given) {
        this.given = given;
        this.source = source;
        this.opening = opening;
        this.steps = steps;
        this.backend = backend;
        this.cursors = new OpenCursors(backend, steps == null && given == null);
    }

    /** One on which each statement stands for itself, and which is held until the end. */
    static SessionConnection withoutTransaction(
            Supplier<CompletionStage<EchoConnection>> source, Backend backend, @Nullable Opening opening) {
        return new SessionConnection(source, null, backend, opening);
    }

    /** One in the transaction of a session that was given, which alone begins and ends it. */
    static SessionConnection joining(GivenSession given, StatementWatch watch, Backend backend) {
        return new SessionConnection(
                () -> {
                    given.refuseWhereEnded();
                    return CompletableFuture.completedFuture(new EchoConnection(given.connection(), watch));
                },
                null,
                backend,
                null,
                given);
    }

    /** Whether the transaction is that of a session which was given. */
    boolean isJoined() {
        return given != null;
    }

    /** Whether each statement commits by itself. */
    private boolean standsAlone() {
        return steps == null && given == null;
    }

    /** Whether a transaction was begun and has not ended. */
    boolean isBegun() {
        return given != null ? given.isInTransaction() : current != null && steps != null;
    }

    /** The transaction is of no use any more: if another session owns it, that is told. */
    void failJoined() {
        if (given != null && given.isInTransaction()) {
            given.refuseCommit();
        }
    }

    /** Whether the database has one lock, which every transaction that writes holds, and none for rows. */
    boolean locksAsAWhole() {
        return !standsAlone() && backend.locksAsAWhole();
    }

    /** The first statement that failed in the present transaction. */
    @Nullable Throwable statementFailure() {
        return statementFailure;
    }

    /** Which rows the statements write. */
    WrittenRows rows() {
        return rows;
    }

    /** Runs an insert that Hibernate writes, with a key for a column that would give one itself. */
    <T> CompletionStage<T> keepingGivenKeys(Supplier<CompletionStage<T>> insert) {
        keepsGivenKeys = true;
        return Stages.attempt(insert).whenComplete((result, failure) -> keepsGivenKeys = false);
    }

    /** Forgets the failure of a statement, which left the transaction as it was. */
    void forgive() {
        statementFailure = null;
        rows.forgive();
    }

    /** Commits what was begun, if anything was; the connection goes back to the pool either way. */
    CompletionStage<Void> commit() {
        if (cancelled) {
            refuseWhereInterrupted(); // the request for an earlier statement could hit the COMMIT
        }
        boolean survived = survivedFailure;
        return end((transaction, connection) -> transaction.commit(connection, survived));
    }

    /** Rolls back what was begun, if anything was; the connection goes back to the pool either way. */
    CompletionStage<Void> rollback() {
        return end((transaction, connection) -> connection.rollbackTransaction());
    }

    /** Sends a statement about savepoints; a failure of it is none of the transaction's statements. */
    CompletionStage<Void> control(String sql) {
        return begun().thenCompose(connection -> connection.control(sql));
    }

    /** Takes what was begun back to a savepoint; a statement that failed since does not count any more. */
    CompletionStage<Void> rollBackTo(String savepoint) {
        return control("ROLLBACK TO SAVEPOINT " + savepoint).thenRun(() -> {
            survivedFailure |= statementFailure != null;
            statementFailure = null;
            rows.clear();
        });
    }

    /**
     * Ends the statement that runs, and refuses those after it but for the end of the transaction. Called on any
     * thread.
     */
    void interrupt() {
        interrupted = true;
        EchoConnection connection = held;
        if (connection != null && given == null) {
            connection.interrupt(backend);
        }
    }

    /** Ends the statement of the operation that runs, which sends no further one. */
    void cancel() {
        cancelled = true;
        EchoConnection connection = held;
        if (connection != null && given == null) {
            connection.interrupt(backend);
        }
    }

    boolean isCancelled() {
        return cancelled;
    }

    /** After the end of a cancelled operation: whether the transaction, if any, may send statements. */
    CompletionStage<Boolean> settled() {
        cancelled = false;
        EchoConnection connection = held;
        return connection == null || given != null
                ? CompletableFuture.completedFuture(true)
                : connection.settled(backend);
    }

    private void refuseWhereInterrupted() {
        if (cancelled) {
            throw new CancellationException("The operation was cancelled: it sends nothing more.");
        }
        if (interrupted) {
            throw new CancellationException("The session's scope has ended: nothing more is sent in it.");
        }
    }

    private CompletionStage<Void> end(BiFunction<TransactionSteps, EchoConnection, CompletionStage<Void>> ending) {
        CompletionStage<EchoConnection> begun = current;
        TransactionSteps transaction = steps;
        current = null;
        statementFailure = null;
        rows.clear();
        survivedFailure = false;
        if (begun == null) {
            return CompletableFuture.completedFuture(null);
        }
        return begun.thenCompose(connection -> Stages.alwaysThen(
                cursors.closeAll()
                        .thenCompose(closed -> transaction == null
                                ? CompletableFuture.completedFuture(null)
                                : Stages.attempt(() -> ending.apply(transaction, connection))),
                () -> {
                    held = null;
                    givenBack.run();
                    return given == null ? connection.close() : CompletableFuture.completedFuture(null);
                }));
    }

    private CompletionStage<EchoConnection> begun() {
        CompletionStage<EchoConnection> present = current;
        if (present == null) {
            // a connection that died while it was idle, and was sent nothing but a BEGIN, is replaced once
            present = Stages.attempt(source)
                    .thenCompose(connection -> LostConnection.orElse(
                            begin(connection), () -> Stages.attempt(source).thenCompose(this::begin)));
            current = present;
            present.whenComplete((connection, failure) -> {
                if (failure != null) {
                    current = null; // nothing was begun and nothing is held
                } else {
                    givenBack = Opening.held(opening, this, backend.vertx());
                }
            });
        }
        return present;
    }

    private CompletionStage<EchoConnection> begin(EchoConnection connection) {
        TransactionSteps transaction = steps;
        held = connection;
        if (transaction == null) {
            return CompletableFuture.completedFuture(connection);
        }
        return Stages.attempt(() -> transaction.begin(connection))
                .<CompletionStage<EchoConnection>>handle((ignored, failure) -> failure == null
                        ? CompletableFuture.completedFuture(connection)
                        : Stages.alwaysThen(CompletableFuture.failedFuture(failure), () -> {
                            held = null;
                            return connection.close();
                        }))
                .thenCompose(stage -> stage);
    }

    private <T extends @Nullable Object> CompletionStage<T> send(
            Function<ReactiveConnection, CompletionStage<T>> statement) {
        return send(statement, failure -> rows.refuse());
    }

    /** @param refusal notes which row was refused; asked where the statement is the first that fails */
    private <T extends @Nullable Object> CompletionStage<T> send(
            Function<ReactiveConnection, CompletionStage<T>> statement, Consumer<Throwable> refusal) {
        return noted(refusal, onConnection(statement::apply));
    }

    /** A read that stands for itself is done again, once, where the connection ended: it changed nothing. */
    private <T extends @Nullable Object> CompletionStage<T> onConnection(
            Function<EchoConnection, CompletionStage<T>> statement) {
        Function<EchoConnection, CompletionStage<T>> sent = connection -> Stages.attempt(() -> {
            refuseWhereInterrupted();
            if (given != null) {
                given.refuseWhereEnded();
            }
            return statement.apply(connection);
        });
        return begun().thenCompose(connection -> {
            CompletionStage<T> answer = sent.apply(connection);
            return !standsAlone() || cursors.anyOpen()
                    ? answer
                    : LostConnection.orElse(
                            answer,
                            () -> rollback()
                                    .handle((ignored, closing) -> begun())
                                    .thenCompose(stage -> stage)
                                    .thenCompose(sent));
        });
    }

    /** A statement, or a part of one, whose failure ends the transaction, and that writes no row. */
    <T extends @Nullable Object> CompletionStage<T> noted(CompletionStage<T> statement) {
        return noted(failure -> {}, statement);
    }

    private <T extends @Nullable Object> CompletionStage<T> noted(
            Consumer<Throwable> refusal, CompletionStage<T> statement) {
        return statement.whenComplete((result, failure) -> {
            if (failure != null
                    && statementFailure == null
                    && !(Stages.unwrap(failure) instanceof CursorEndedException)) {
                statementFailure = failure;
                refusal.accept(failure);
            }
        });
    }

    /** Sends a query that the program wrote. */
    CompletionStage<ResultSet> query(BoundStatement statement) {
        return noted(onConnection(
                connection -> cursors.run(connection, open -> open.selectJdbc(statement.sql(), statement.values()))));
    }

    /** Sends a change that the program wrote; how many rows it changed. */
    CompletionStage<Integer> change(BoundStatement statement) {
        return send(c -> statement.values().length == 0
                ? c.update(statement.sql())
                : c.update(statement.sql(), statement.values()));
    }

    /** Sends a query whose rows are read as they are asked for, until the transaction ends. */
    CompletionStage<RowCursor> openCursor(String sql, @Nullable Object[] parameters) {
        return given == null
                ? noted(onConnection(connection -> cursors.open(connection, sql, parameters)))
                : CompletableFuture.failedFuture(new UnsupportedOperationException(
                        "A long result cannot be streamed in the transaction of a given Mutiny.Session. Read it in pages, or "
                                + "in a session of the database's own."));
    }

    @Override
    public boolean isTransactionInProgress() {
        return true; // one begins with the next statement: Hibernate may flush and generate ids at any time
    }

    @Override
    public DatabaseMetadata getDatabaseMetadata() {
        ReactiveConnection connection =
                current == null ? null : current.toCompletableFuture().getNow(null);
        if (connection == null) {
            throw new IllegalStateException("The database's metadata is known only inside a transaction.");
        }
        return connection.getDatabaseMetadata();
    }

    @Override
    public CompletionStage<Void> execute(String sql) {
        return send(c -> c.execute(sql));
    }

    @Override
    public CompletionStage<Void> executeOutsideTransaction(String sql) {
        return source.get()
                .thenCompose(c -> Stages.alwaysThen(Stages.attempt(() -> c.executeOutsideTransaction(sql)), c::close));
    }

    @Override
    public CompletionStage<Void> executeUnprepared(String sql) {
        return send(c -> c.executeUnprepared(sql));
    }

    @Override
    public CompletionStage<Integer> update(String sql) {
        return send(c -> c.update(sql));
    }

    @Override
    public CompletionStage<Integer> update(String sql, Object[] paramValues) {
        String sent = keepsGivenKeys ? GivenKey.kept(sql) : sql;
        return send(c -> c.update(sent, paramValues), failure -> rows.refuse(paramValues))
                .thenApply(count -> {
                    rows.sent(Collections.singletonList(paramValues));
                    return count;
                });
    }

    @Override
    public CompletionStage<Void> update(
            String sql, Object[] paramValues, boolean allowBatching, Expectation expectation) {
        return send(c -> c.update(sql, paramValues, allowBatching, expectation));
    }

    @Override
    public CompletionStage<int[]> update(String sql, List<Object[]> paramValues) {
        return send(c -> c.update(sql, paramValues), failure -> rows.refuse(paramValues, failure))
                .thenApply(counts -> {
                    rows.sent(paramValues);
                    return counts;
                });
    }

    @Override
    public CompletionStage<Result> select(String sql) {
        return send(c -> c.select(sql));
    }

    @Override
    public CompletionStage<Result> select(String sql, Object[] paramValues) {
        return send(c -> c.select(sql, paramValues));
    }

    @Override
    public CompletionStage<ResultSet> selectJdbc(String sql, Object[] paramValues) {
        return send(c -> c.selectJdbc(sql, paramValues));
    }

    @Override
    public CompletionStage<ResultSet> selectJdbc(String sql) {
        return send(c -> c.selectJdbc(sql));
    }

    @Override
    @Deprecated
    public <T> CompletionStage<T> insertAndSelectIdentifier(
            String sql, Object[] paramValues, Class<T> idClass, String idColumnName) {
        return send(c -> c.insertAndSelectIdentifier(sql, paramValues, idClass, idColumnName));
    }

    @Override
    @Deprecated
    public CompletionStage<ResultSet> insertAndSelectIdentifierAsResultSet(
            String sql, Object[] paramValues, Class<?> idClass, String idColumnName) {
        return send(c -> c.insertAndSelectIdentifierAsResultSet(sql, paramValues, idClass, idColumnName));
    }

    @Override
    public CompletionStage<ResultSet> executeAndSelectGeneratedValues(
            String sql, Object[] paramValues, List<Class<?>> idClass, List<String> generatedColumnName) {
        return send(c -> c.executeAndSelectGeneratedValues(sql, paramValues, idClass, generatedColumnName));
    }

    @Override
    public <T> CompletionStage<T> selectIdentifier(String sql, Object[] paramValues, Class<T> idClass) {
        return send(c -> c.selectIdentifier(sql, paramValues, idClass));
    }

    @Override
    public CompletionStage<Void> beginTransaction() {
        return refusedTransaction();
    }

    @Override
    public CompletionStage<Void> commitTransaction() {
        return refusedTransaction();
    }

    @Override
    public CompletionStage<Void> rollbackTransaction() {
        return refusedTransaction();
    }

    private static CompletionStage<Void> refusedTransaction() {
        return CompletableFuture.failedFuture(new IllegalStateException(
                "The transaction is that of the AsyncSession, and begins by itself. Commit or roll back there."));
    }

    @Override
    public ReactiveConnection withBatchSize(int batchSize) {
        return batchSize > 1 ? new RowBatching(this, batchSize) : this;
    }

    @Override
    public CompletionStage<Void> executeBatch() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Void> close() {
        return rollback();
    }
}
