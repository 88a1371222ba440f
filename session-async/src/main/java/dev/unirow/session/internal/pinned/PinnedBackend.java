package dev.unirow.session.internal.pinned;

import dev.unirow.session.internal.wire.Backend;
import dev.unirow.session.internal.wire.BeginMode;
import dev.unirow.session.internal.wire.ConnectionCounts;
import dev.unirow.session.internal.wire.ParameterStyle;
import dev.unirow.session.internal.wire.RowCursor;
import dev.unirow.session.internal.wire.TransactionSettings;
import dev.unirow.session.internal.wire.Violation;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.hibernate.reactive.pool.ReactiveConnectionPool;
import org.jspecify.annotations.Nullable;

/**
 * A backend whose sessions all share one connection of another one, which must have a single event loop: that is what
 * keeps the shared state from being used by two threads.
 */
public final class PinnedBackend implements Backend {
    private final Backend delegate;
    private final PinnedConnection pinned;
    private final Supplier<CompletionStage<Void>> closing;

    /**
     * @param habits what the database does that others do not
     * @param patience how long a scope waits for the transaction of another one
     * @param closing ends the delegate, with what was made for it
     */
    public PinnedBackend(Backend delegate, Habits habits, Duration patience, Supplier<CompletionStage<Void>> closing) {
        this.closing = closing;
        this.delegate = delegate;
        this.pinned = new PinnedConnection(delegate, habits, patience);
    }

    @Override
    public CompletionStage<ReactiveConnection> connect(TransactionSettings settings) {
        return pinned.ready().thenApply(connection -> new Lease(pinned, settings));
    }

    @Override
    public CompletionStage<Void> rollbackAll() {
        return pinned.rollbackAll();
    }

    @Override
    public CompletionStage<Void> begin(ReactiveConnection connection, BeginMode mode) {
        return ((Lease) connection).begin(mode);
    }

    /** A savepoint is committed however its statements went. */
    @Override
    public CompletionStage<Void> commitAfterFailure(ReactiveConnection connection) {
        return connection.commitTransaction();
    }

    @Override
    public CompletionStage<RowCursor> openCursor(
            ReactiveConnection connection, String sql, @Nullable Object[] parameters) {
        return ((Lease) connection).openCursor(delegate, sql, parameters);
    }

    /** The statement runs to its end: an interruption could cost the transaction that all share. */
    @Override
    public void interrupt(ReactiveConnection connection) {}

    @Override
    public CompletionStage<Boolean> settled(ReactiveConnection connection) {
        return CompletableFuture.completedFuture(true);
    }

    @Override
    public ReactiveConnectionPool pool() {
        return delegate.pool();
    }

    @Override
    public Vertx vertx() {
        return delegate.vertx();
    }

    @Override
    public ParameterStyle parameterStyle() {
        return delegate.parameterStyle();
    }

    @Override
    public void requireIsolation(String isolation) {
        delegate.requireIsolation(isolation);
    }

    @Override
    public boolean locksAsAWhole() {
        return delegate.locksAsAWhole();
    }

    @Override
    public CompletionStage<ConnectionCounts> counts() {
        return delegate.counts();
    }

    @Override
    public Violation violation(ConstraintViolationException failure) {
        return delegate.violation(failure);
    }

    @Override
    public CompletionStage<Void> close() {
        return closing.get();
    }
}
