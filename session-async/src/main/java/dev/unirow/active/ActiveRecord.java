package dev.unirow.active;

import dev.unirow.model.Model;
import dev.unirow.model.Models;
import dev.unirow.model.ReadOptions;
import dev.unirow.query.Assignment;
import dev.unirow.session.AsyncSession;
import dev.unirow.session.SessionSource;
import dev.unirow.session.exception.NotFoundException;
import dev.unirow.session.exception.NotManagedException;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import org.hibernate.Hibernate;
import org.jspecify.annotations.Nullable;

/**
 * A model that stores itself. Its class offers the rest by a constant:
 *
 * <p>{@snippet : @Entity public class Note extends ActiveRecord { public static final QuerySet<Note> objects =
 * QuerySet.of(Note.class); … } }
 *
 * <p>Within {@code db.begin(s -> …)}, {@code session} or {@code read}, every call uses that scope's session and only
 * flushes; elsewhere it is a transaction of its own on the only open database that has the model. Nothing happens
 * before the Uni is subscribed to.
 *
 * <p>A model that no session tracks is <em>stored</em> if it was read or inserted: then {@link #save} writes whatever
 * differs from its row. One that was made by hand and given a key writes only what is set in it.
 */
public abstract class ActiveRecord extends Model {
    private transient boolean stored;

    protected ActiveRecord() {}

    final void markStored() {
        stored = true;
    }

    /**
     * Inserts or updates the row. A row that a model's given key does not find is inserted with that key; one that a
     * stored model does not find is a {@link dev.unirow.session.exception.StaleModelException}, as is one with another
     * version.
     */
    public final Uni<Void> save() {
        ActiveRecord self = self();
        return source().writing(session -> session.contains(self).chain(tracked -> {
            if (tracked) {
                return session.flush();
            }
            return self.stored && self.pk() != null ? session.merge(self).replaceWithVoid() : self.save(session);
        }));
    }

    private Uni<Void> save(AsyncSession session) {
        return session.save(this)
                .call(saved -> session.flush()
                        .chain(() -> saved == this ? Uni.createFrom().voidItem() : loaded(session)))
                .replaceWithVoid();
    }

    private Uni<Void> loaded(AsyncSession session) {
        return session.load(this).invoke(ActiveRecord::markStored).replaceWithVoid();
    }

    /**
     * Changes these properties, here and in the row, and no others; by the rules of {@link Models#patch(Object, Map)},
     * leniently. Where it fails, nothing is changed here, unless a session tracks the model.
     * {@link dev.unirow.session.exception.NotFoundException} where there is no row.
     */
    public final Uni<Void> update(Map<String, ? extends @Nullable Object> values) {
        Map<String, @Nullable Object> changes = Entities.withKeyName(Entities.classOf(this), values);
        ActiveRecord self = self();
        return source().writing(session -> session.contains(self)
                .chain(tracked -> tracked ? self.patch(session, changes) : self.patchRow(session, changes)));
    }

    /** {@link #update(Map)} by {@code set(Note::completed, true)}. */
    @SafeVarargs
    public final <T> Uni<Void> update(Assignment<? super T>... assignments) {
        @SuppressWarnings("unchecked") // a column that is not of this class is refused by its name
        Class<T> type = (Class<T>) Entities.classOf(this);
        return update(Assigned.values(type, assignments));
    }

    @SuppressWarnings("NullAway") // patch takes nulls as values
    private Uni<Void> patch(AsyncSession session, Map<String, @Nullable Object> changes) {
        Models.patch(this, changes, ReadOptions.options().lenient());
        return session.flush();
    }

    @SuppressWarnings("NullAway") // patch takes nulls as values
    private Uni<Void> patchRow(AsyncSession session, Map<String, @Nullable Object> changes) {
        Object key = pk();
        if (key == null) {
            throw new IllegalStateException("Cannot update "
                    + Entities.classOf(this).getSimpleName() + ": it has no key, so it has no row. Save it first.");
        }
        Class<?> type = Entities.classOf(this);
        return session.find(type, key)
                .onItem()
                .ifNull()
                .failWith(() -> new NotFoundException(type, key, null))
                .invoke(row -> Models.patch(row, changes, ReadOptions.options().lenient()))
                .call(session::flush)
                .invoke(row -> {
                    Models.patch(this, changes, ReadOptions.options().lenient());
                    Entities.copyGenerated(Hibernate.unproxy(row), this);
                })
                .replaceWithVoid();
    }

    /**
     * Deletes the row. {@link dev.unirow.session.exception.NotFoundException} where there is none,
     * {@link NotManagedException} where the model was never stored,
     * {@link dev.unirow.session.exception.StaleModelException} where the row has another version.
     */
    public final Uni<Void> delete() {
        ActiveRecord self = self();
        return source().<Void>writing(session -> session.delete(self).chain(session::flush))
                .invoke(() -> self.stored = false);
    }

    /**
     * Reads the row over whatever was changed here; loads a reference that is not loaded: {@code track.album().load()}.
     * {@link dev.unirow.session.exception.NotFoundException} where there is no row.
     */
    public final Uni<Void> load() {
        return source().reading(session -> session.load(this))
                .invoke(() -> self().markStored())
                .replaceWithVoid();
    }

    private SessionSource source() {
        return SessionSource.of(Entities.classOf(this));
    }

    /**
     * The model behind a reference, once that is loaded; methods run on the reference itself, whose own fields stay
     * empty.
     */
    private ActiveRecord self() {
        return Hibernate.isInitialized(this) ? (ActiveRecord) Hibernate.unproxy(this) : this;
    }
}
