package dev.unirow.session;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/**
 * A unit of work over one database: it tracks models, sends what changed, and runs one transaction after the other.
 *
 * <p>Every operation that returns a {@link Uni} does nothing until it is subscribed to, and does it again at each further
 * subscription. Operations may be called from any thread and at any time: they queue up and run one after the other on the
 * session's own event loop. A result is delivered on the caller's Vert.x context if there is one, otherwise on that loop, which
 * must not be blocked.
 *
 * <p>A transaction begins with the first statement that is sent and ends with {@link #commit()}, {@link #rollback()} or
 * {@link #close()}. A failed statement, flush or commit rolls it back at once; from then until {@code rollback()} every operation
 * fails with {@link TransactionFailedException}. Nothing expires on commit: models keep their values, and generated keys are
 * there.
 *
 * <p>Failures are {@link UnirowException}s, or {@link dev.unirow.model.InvalidModelException} for a model that breaks its own
 * rules.
 */
public interface AsyncSession {
    /**
     * Takes a new model, to be inserted at the next flush. Returns at once; nothing is sent.
     *
     * @throws dev.unirow.model.InvalidModelException if the model breaks its rules; missing required references are allowed
     *     until the flush
     * @throws IllegalArgumentException if its class is no model of this database
     * @throws SessionClosedException if the session is closed
     */
    void add(Object model);

    /** {@link #add} for several: all of them or, where one is refused, none. */
    void addAll(Object... models);

    /** The model with this key, or null where there is none. A model that the session tracks already costs no statement. */
    <T> Uni<@Nullable T> find(Class<T> type, Object key);

    /** The model with this key; {@link NotFoundException} where there is none. */
    <T> Uni<T> get(Class<T> type, Object key);

    /**
     * Deletes the model's row at the next flush; a model that was only added is forgotten. One that this session does not track
     * is looked up by its key first: {@link NotFoundException} where it has no row, {@link StaleModelException} where its version
     * is another, {@link NotManagedException} where it has no key.
     */
    Uni<Void> delete(Object model);

    /** Sends all that was added, changed and deleted, inside the transaction. */
    Uni<Void> flush();

    /** Flushes and commits. Sends nothing where nothing was begun and nothing changed. */
    Uni<Void> commit();

    /**
     * Rolls back the open transaction. Models inserted in it are new again, without generated key and version; all others are
     * no longer tracked. Added models that were never flushed are forgotten.
     */
    Uni<Void> rollback();

    /** Reads the row of a tracked model again, over whatever was changed in it; the same model. */
    <T> Uni<T> refresh(T model);

    /** Whether the session tracks this very object: added, read or written here, and not deleted. */
    Uni<Boolean> contains(Object model);

    /** Whether a transaction is open on the database. */
    Uni<Boolean> inTransaction();

    /** Rolls back an open transaction and gives the connection back. Closing twice does nothing. */
    Uni<Void> close();
}
