package dev.unirow.session;

import dev.unirow.query.Delete;
import dev.unirow.query.Hql;
import dev.unirow.query.Select;
import dev.unirow.query.Update;
import dev.unirow.session.exception.CyclicReferenceException;
import dev.unirow.session.exception.MultipleFoundException;
import dev.unirow.session.exception.NotFoundException;
import dev.unirow.session.exception.NotManagedException;
import dev.unirow.session.exception.ReadOnlySessionException;
import dev.unirow.session.exception.RetryableException;
import dev.unirow.session.exception.SessionClosedException;
import dev.unirow.session.exception.StaleModelException;
import dev.unirow.session.exception.StreamCutOffException;
import dev.unirow.session.exception.TransactionFailedException;
import dev.unirow.session.exception.UniqueViolationException;
import dev.unirow.session.exception.UnirowException;
import dev.unirow.session.sql.SqlStatement;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A unit of work over one database: it tracks models, sends what changed, and runs one transaction after the other.
 *
 * <p>Every operation that returns a {@link Uni} does nothing until it is subscribed to, and does it again at each
 * further subscription. Operations may be called from any thread and at any time: they queue up and run one after the
 * other on the session's own event loop. A result is delivered on the caller's Vert.x context if there is one,
 * otherwise on that loop, which must not be blocked.
 *
 * <p>A transaction begins with the first statement that is sent and ends with {@link #commit()}, {@link #rollback()} or
 * {@link #close()}. A failed statement, flush or commit rolls it back at once; from then until {@code rollback()} every
 * operation fails with {@link TransactionFailedException}. Nothing expires on commit: models keep their values, and
 * generated keys are there.
 *
 * <p>An operation whose {@code Uni} is cancelled while it runs is given up: its statement is ended, and the transaction
 * rolled back as after a failure, with {@link dev.unirow.session.exception.OperationCancelledException} as the reason.
 * A {@link #commit}, and what runs inside {@link #nested} and in streams, goes on to its end instead. One that has not
 * begun is left out.
 *
 * <p>Failures are {@link UnirowException}s, or {@link dev.unirow.model.InvalidModelException} for a model that breaks
 * its own rules.
 */
public interface AsyncSession {
    /**
     * Takes a new model, to be inserted at the next flush. Returns at once; nothing is sent.
     *
     * @throws dev.unirow.model.InvalidModelException if the model breaks its rules; missing required references are
     *     allowed until the flush
     * @throws IllegalArgumentException if its class is no model of this database
     * @throws SessionClosedException if the session is closed
     */
    void add(Object model);

    /** {@link #add} for several: all of them or, where one is refused, none. */
    void addAll(Object... models);

    /** {@link #addAll(Object...)} for those of a list. */
    default void addAll(Iterable<?> models) {
        addAll(Arguments.list(models).toArray());
    }

    /**
     * The model with this key, or null where there is none. A model that the session tracks already costs no statement.
     */
    <T> Uni<@Nullable T> find(Class<T> type, Object key);

    /**
     * {@link #find(Class, Object)}, with a lock on the row until the transaction ends. {@code PESSIMISTIC_READ} and
     * {@code PESSIMISTIC_WRITE} wait for others that hold one (on SQLite, for all who write, as it has no locks of
     * rows); {@code OPTIMISTIC} lets the commit fail if the row was changed meanwhile; the {@code FORCE_INCREMENT}s
     * count a new version even if nothing is changed. {@link StaleModelException} where a model that the session tracks
     * is out of date, {@link RetryableException} where the lock was not to be had in time.
     *
     * @throws IllegalArgumentException as a failure, if the mode needs a version that the class does not have
     */
    <T> Uni<@Nullable T> find(Class<T> type, Object key, LockModeType mode);

    /** The model with this key; {@link NotFoundException} where there is none, for which {@code find} returns null. */
    <T> Uni<T> get(Class<T> type, Object key);

    /**
     * All models that the statement selects, in an unmodifiable list. As before every query, what was added, changed
     * and deleted is flushed first. A model that the session tracks already is that very object, with the values it
     * has.
     */
    <T> Uni<List<T>> all(Select<T> select);

    /**
     * The models that the statement selects, one after the other, read from a cursor in batches of 500 as they are
     * asked for: however many there are, no more than two batches are in memory. Flushes first. The models are not
     * tracked, and none of them is the object that the session tracks for the same row.
     *
     * <p>Between batches the session does other work, in the same transaction; whether the stream shows rows that were
     * changed after it began depends on the database. A {@link Database#read} session, and one of its own, holds a
     * transaction that only reads until the stream ends. The cursor is closed when the stream ends, fails or is
     * cancelled. Commit, rollback and close close it too: what was not read then is not to be had, and the stream fails
     * with {@link StreamCutOffException} or {@link SessionClosedException}.
     *
     * @throws IllegalArgumentException if the statement fetches a collection, whose elements would not all be in one
     *     batch
     */
    <T> Multi<T> stream(Select<T> select);

    /** The first model in the order of the statement, or by key if it has none; null where there is none. */
    <T> Uni<@Nullable T> first(Select<T> select);

    /**
     * The only model; {@link NotFoundException} where there is none, {@link MultipleFoundException} where there are
     * more.
     */
    <T> Uni<T> one(Select<T> select);

    /** The only model, or null where there is none; {@link MultipleFoundException} where there are more. */
    <T> Uni<@Nullable T> oneOrNull(Select<T> select);

    /**
     * All rows of a statement in HQL, in an unmodifiable list; what was added, changed and deleted is flushed first.
     * Models are tracked, records are not.
     */
    <R> Uni<List<R>> all(Hql<R> hql);

    /**
     * The rows of a statement in HQL, one after the other, as {@link #stream(Select)} reads them.
     *
     * @throws IllegalArgumentException if it has a {@code join fetch}
     */
    <R> Multi<R> stream(Hql<R> hql);

    /** The first row of a statement in HQL; null where there is none. */
    <R> Uni<@Nullable R> first(Hql<R> hql);

    /**
     * The only row of a statement in HQL; {@link NotFoundException} where there is none, {@link MultipleFoundException}
     * where there are more.
     */
    <R> Uni<R> one(Hql<R> hql);

    /**
     * The only row of a statement in HQL, or null where there is none; {@link MultipleFoundException} where there are
     * more.
     */
    <R> Uni<@Nullable R> oneOrNull(Hql<R> hql);

    /**
     * A statement in SQL, to be run in this session's transaction, which sees what the session has sent:
     * {@code session.sql("select … where name = :name").bind("name", "phroge").as(PetName.class).all()}. What begins or
     * ends a transaction is this session's, and refused.
     *
     * @throws IllegalArgumentException if it is a statement about transactions, or mixes parameters with and without
     *     names
     */
    SqlStatement sql(String text);

    /** How many models the statement selects; its limit and offset count. */
    Uni<Long> count(Select<?> select);

    /** Whether the statement selects any model. */
    Uni<Boolean> exists(Select<?> select);

    /**
     * Flushes, then changes rows by one statement, past the models that the session tracks: those keep the values they
     * have until {@link #refresh}, and one that is changed and flushed afterwards overwrites the row. Properties with
     * {@code @UpdateTimestamp} that the statement does not set get the present time, unless the database makes it.
     *
     * @return how many rows were changed
     */
    Uni<Integer> execute(Update<?> update);

    /**
     * Flushes, then deletes rows by one statement, past the models that the session tracks: those stay tracked, and one
     * that is changed and flushed afterwards fails with {@link StaleModelException}. {@link #detach} them where that
     * matters.
     *
     * @return how many rows were deleted
     */
    Uni<Integer> execute(Delete<?> delete);

    /**
     * Flushes, then inserts the model's row at once. A key that the model carries is kept, also where the database
     * would give one, even always ({@code generated always as identity}); PostgreSQL's sequence does not learn of it,
     * and will give the same number one day.
     *
     * @return the tracked model of the new row: the given one if it had no such key, otherwise another object with its
     *     values
     * @throws IllegalArgumentException as a failure, if a given key meets a model whose rows stand in several tables or
     *     whose collections are filled
     */
    <T> Uni<T> insert(T model);

    /**
     * Flushes, then inserts the model's row at once, unless another row has its key or one of its unique values: then
     * nothing happens, and the transaction goes on. Waits for other transactions that are about to insert such a row.
     *
     * @return the tracked model of the new row, another object than the given one; null where a row was in its way
     * @throws IllegalArgumentException as a failure, as in {@link #insert}
     */
    <T> Uni<@Nullable T> insertIfAbsent(T model);

    /**
     * Inserts or updates by key. A model without a key is added. For one with a key, its row is looked up: what is set
     * in the model, as {@link dev.unirow.model.Models#assigned} tells, is copied to the row's model, to be sent at the
     * next flush; where there is no row, it is added, or {@linkplain #insert inserted} with the key it has.
     * {@link StaleModelException} where the model has another version than its row.
     *
     * @return the tracked model: the given one, or that of the row
     */
    <T> Uni<T> save(T model);

    /**
     * {@link #save} for several, of any classes: one statement a class asks which of their keys have rows. Nothing is
     * changed where one of them is refused. As with {@code save} the changes are sent by the next flush; only models
     * with given keys of a generated kind that have no row are inserted at once.
     *
     * @return what {@code save} answers for each, in the order given; unmodifiable
     * @throws IllegalArgumentException if there is no model, one is no model of this database, or two of one class have
     *     the same key
     */
    <T> Uni<List<T>> saveAll(Iterable<? extends T> models);

    /** {@link #saveAll(Iterable)} for these. */
    @SuppressWarnings("unchecked") // they are only read
    default <T> Uni<List<T>> saveAll(T... models) {
        return saveAll(Arguments.list(models));
    }

    /**
     * Flushes, then inserts many rows in few round trips: all of them or, where one fails, none. The models have their
     * keys and versions then, but this session does not track them, so that a million costs no memory in it; after a
     * rollback they are new again. Cascades are not followed. A class whose rows stand in several tables, that has
     * subclasses or collections, or values that the database generates, costs a statement a row, which also returns
     * those values to the model.
     *
     * @return the given models, in the order given; unmodifiable
     * @throws IllegalArgumentException if one is no model of this database or stands in the list twice; as a failure,
     *     if this session tracks one already
     */
    <T> Uni<List<T>> insertAll(Iterable<? extends T> models);

    /** {@link #insertAll(Iterable)} for these. */
    @SuppressWarnings("unchecked") // they are only read
    default <T> Uni<List<T>> insertAll(T... models) {
        return insertAll(Arguments.list(models));
    }

    /**
     * Flushes, then writes all loaded values of a model that this session does not track over its row; of its columns,
     * those that differ count. The model has the row's version and generated values then, and stays untracked; so do
     * those that its cascades reach, of which new ones are inserted. One that is tracked is only flushed.
     * {@link StaleModelException} where the row has changed since the model was read, or is gone.
     */
    <T> Uni<T> merge(T model);

    /**
     * Fills a model with the values of its row, over whatever was changed in it, whether this session tracks it or not;
     * the same model. {@link NotFoundException} where it has no row, {@link NotManagedException} where it has no key.
     */
    <T> Uni<T> load(T model);

    /**
     * Loads what a reference or collection of a model stands for, if it is not loaded, or was made from a key; the very
     * object that was given, also where that came from another session. Null stays null. {@link NotFoundException}
     * where the row is gone.
     */
    <T extends @Nullable Object> Uni<T> fetch(T reference);

    /**
     * Tracks the model no longer; what was changed in it since the last flush is not sent. Forgets one that was only
     * added.
     */
    Uni<Void> detach(Object model);

    /** {@link #detach(Object)} for several, one after the other. */
    default Uni<Void> detach(Object first, Object second, Object... more) {
        return detach(Arguments.list(first, second, more));
    }

    /** {@link #detach(Object)} for those of a list, one after the other. */
    default Uni<Void> detach(Iterable<?> models) {
        List<Uni<Void>> each =
                Arguments.list(models).stream().map(model -> detach(model)).toList();
        return Multi.createFrom()
                .iterable(each)
                .onItem()
                .transformToUniAndConcatenate(one -> one)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    /**
     * Deletes the model's row at the next flush; a model that was only added is forgotten. One that this session does
     * not track is looked up by its key first: {@link NotFoundException} where it has no row,
     * {@link StaleModelException} where its version is another, {@link NotManagedException} where it has no key.
     */
    Uni<Void> delete(Object model);

    /**
     * Sends all that was added, changed and deleted, inside the transaction. Before that, and before whatever else
     * sends it (a query, a commit), {@link UniqueViolationException} where an added model has the key of another one,
     * or of one that this session tracks, and {@link CyclicReferenceException} where there is no order to insert in;
     * nothing is sent then, what was added stays so, and the session can go on.
     */
    Uni<Void> flush();

    /**
     * Flushes and commits. Sends nothing where nothing was begun and nothing changed. Once it has begun, it goes on to
     * its end also where its subscriber cancels.
     */
    Uni<Void> commit();

    /**
     * Rolls back the open transaction. Models inserted in it are new again, without generated key and version; all
     * others are no longer tracked. Added models that were never flushed are forgotten.
     */
    Uni<Void> rollback();

    /**
     * Flushes, then runs the work inside the transaction behind a savepoint. When the work ends, what it did is flushed
     * and becomes a part of the transaction, which goes on. When it fails or is cancelled, or when a statement of it
     * failed, the database and the models are taken back to where they stood before, and the transaction goes on
     * without it: models inserted inside are new again; those tracked before have the values that they had, those
     * deleted inside are tracked again; those read inside only are tracked no longer; those added inside and never
     * flushed are forgotten.
     *
     * <p>Everything that is done with this session while the work runs belongs to it. It may hold further
     * {@code nested} work; two that overlap otherwise are refused with {@link IllegalStateException}, and so are
     * {@link #commit()} and {@link #rollback()} inside. The values of all tracked models are remembered meanwhile,
     * which costs memory.
     *
     * @return what the work returned, or its failure; {@link TransactionFailedException} where the work passed over a
     *     failed statement; {@link ReadOnlySessionException} in a session that only reads
     */
    <T extends @Nullable Object> Uni<T> nested(Function<? super AsyncSession, ? extends Uni<T>> work);

    /** Reads the row of a tracked model again, over whatever was changed in it; the same model. */
    <T> Uni<T> refresh(T model);

    /** {@link #refresh(Object)}, with a lock on the row, as {@link #find(Class, Object, LockModeType)} says. */
    <T> Uni<T> refresh(T model, LockModeType mode);

    /** Whether the session tracks this very object: added, read or written here, and not deleted. */
    Uni<Boolean> contains(Object model);

    /** Whether a transaction is open on the database. */
    Uni<Boolean> inTransaction();

    /**
     * Hibernate Reactive's session below this one, for what this one lacks:
     * {@code session.unwrap(Mutiny.Session.class)}. Both have the same models, connection and transaction, which this
     * session goes on to own: the one below refuses to begin a transaction and to close. It does not know what was
     * added here and not flushed. A failure of it is Hibernate's own; a statement that fails there fails the
     * transaction here, too. Its operations must not overlap with those of this session.
     *
     * @throws IllegalStateException if the caller is not on the session's event loop, as the work of a scope is
     * @throws IllegalArgumentException if the session has nothing of the class below
     */
    <T> T unwrap(Class<T> type);

    /** Rolls back an open transaction and gives the connection back. Closing twice does nothing. */
    Uni<Void> close();

    /**
     * This session as the class that {@link DatabaseBuilder#sessionClass} named: {@code db.begin(s ->
     * s.as(ShopSession.class).order(cart))}.
     *
     * @throws IllegalArgumentException if it is of another class
     */
    default <S extends AsyncSession> S as(Class<S> type) {
        if (!type.isInstance(this)) {
            throw new IllegalArgumentException(
                    "This session is no " + type.getName()
                            + ": name it with sessionClass(…) when the database is built, or with the key session-class in its configuration.");
        }
        return type.cast(this);
    }
}
