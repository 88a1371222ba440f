package dev.unirow.session.internal.unit;

import io.vertx.core.Context;
import org.hibernate.internal.SessionFactoryImpl;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.hibernate.reactive.session.ReactiveSession;

/** A session of Hibernate Reactive's that somebody else runs, and in whose transaction statements are sent. */
final class GivenSession {
    private static final String ENDED = "The transaction of the given Mutiny.Session has ended.";

    private final Mutiny.Session session;
    private final Mutiny.Transaction transaction;
    private final ReactiveConnection connection;

    private GivenSession(Mutiny.Session session, Mutiny.Transaction transaction, ReactiveConnection connection) {
        this.session = session;
        this.transaction = transaction;
        this.connection = connection;
    }

    /** On its event loop, and inside a transaction of it. */
    static GivenSession of(Mutiny.Session session, SessionFactoryImpl factory) {
        if (!Context.isOnEventLoopThread()) {
            throw new IllegalStateException(
                    "Cannot join the given Mutiny.Session: the caller is not on its event loop. Do so in its own pipeline, as in "
                            + "factory.withTransaction(given -> …).");
        }
        if (!(session instanceof MutinySessionImpl running)
                || running.unwrap(ReactiveSession.class).getSharedContract().getFactory() != factory) {
            throw new IllegalArgumentException(
                    "Cannot join the given Mutiny.Session: it is not of the session factory that "
                            + "this database is over. Only one from that has its models and connections.");
        }
        Mutiny.Transaction transaction = session.currentTransaction();
        if (transaction == null) {
            throw new IllegalStateException(
                    "Cannot join the given Mutiny.Session: it is in no transaction. Begin one with its withTransaction, or use "
                            + "a session of the database's own.");
        }
        // past its batch, which would keep statements back until it flushes
        return new GivenSession(
                session, transaction, running.getReactiveConnection().withBatchSize(1));
    }

    ReactiveConnection connection() {
        return connection;
    }

    boolean isInTransaction() {
        return session.isOpen() && session.currentTransaction() == transaction;
    }

    /** Refuses a statement that would come after the end of the transaction. */
    void refuseWhereEnded() {
        if (!isInTransaction()) {
            throw new IllegalStateException(ENDED);
        }
    }

    /** What is half done must not be committed. */
    void refuseCommit() {
        transaction.markForRollback();
    }
}
