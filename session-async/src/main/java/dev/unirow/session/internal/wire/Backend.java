package dev.unirow.session.internal.wire;

import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.hibernate.reactive.pool.ReactiveConnectionPool;
import org.jspecify.annotations.Nullable;

/** One database, opened: where its connections come from, and on which Vert.x. */
public interface Backend {
    ReactiveConnectionPool pool();

    /** A connection for what is to have these transactions; given back by closing it. */
    default CompletionStage<ReactiveConnection> connect(TransactionSettings settings) {
        return pool().getConnection();
    }

    /**
     * Takes back what all sessions did, where they share one transaction that is never committed.
     *
     * @throws IllegalStateException if they do not
     */
    default CompletionStage<Void> rollbackAll() {
        throw new IllegalStateException(
                "What was committed cannot be taken back: the database was not opened with rollbackOnly().");
    }

    /** The Vert.x whose event loops the sessions live on. */
    Vertx vertx();

    ParameterStyle parameterStyle();

    /** Begins a transaction on a connection of the pool. */
    default CompletionStage<Void> begin(ReactiveConnection connection, BeginMode mode) {
        return connection.beginTransaction();
    }

    /** The statements that give the next transaction its settings. */
    default List<String> beforeBegin(TransactionSettings settings) {
        return List.of();
    }

    /** The statements that give a transaction its settings, before its first other one. */
    default List<String> afterBegin(TransactionSettings settings) {
        return List.of();
    }

    /**
     * Refuses a level that the database has not.
     *
     * @param isolation in the words of standard SQL
     * @throws IllegalArgumentException if there is no such level
     */
    default void requireIsolation(String isolation) {}

    /** Whether beginning in one way would wait for a transaction that was begun in another, until that ends. */
    default boolean waitsFor(BeginMode open, BeginMode asked) {
        return false;
    }

    /**
     * Commits a transaction in which a statement failed and was taken back to a savepoint, where the driver would
     * refuse to.
     */
    default CompletionStage<Void> commitAfterFailure(ReactiveConnection connection) {
        return connection.commitTransaction();
    }

    /** Whether the database has one lock, which every transaction that writes holds, and none for rows. */
    default boolean locksAsAWhole() {
        return false;
    }
    /** Sends a query on a connection of the pool, in a transaction of it, whose rows are read as they are asked for. */
    default CompletionStage<RowCursor> openCursor(
            ReactiveConnection connection, String sql, @Nullable Object[] parameters) {
        return ((VertxConnection) connection).openCursor(sql, parameters);
    }

    /**
     * Ends the statement that runs on a connection of the pool, if any, which fails then; a COMMIT is not ended. The
     * connection does nothing else before it is given back, unless {@link #settled} says that it may. Returns at once,
     * and is called on any thread.
     */
    default void interrupt(ReactiveConnection connection) {
        ((VertxConnection) connection).interrupt();
    }

    /**
     * To be asked when the statement of an interruption has ended: whether a later one is safe from it. If not, the
     * connection is of no use any more.
     */
    default CompletionStage<Boolean> settled(ReactiveConnection connection) {
        return CompletableFuture.completedFuture(!((VertxConnection) connection).mayStillBeInterrupted());
    }

    /** The connections at this moment. */
    CompletionStage<ConnectionCounts> counts();

    /** What the database tells of a constraint that was broken. */
    default Violation violation(ConstraintViolationException failure) {
        return new Violation(null, failure.getConstraintName());
    }

    /** Ends all connections, and the Vert.x if it was made for them. */
    CompletionStage<Void> close();
}
