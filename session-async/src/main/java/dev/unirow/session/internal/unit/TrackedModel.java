package dev.unirow.session.internal.unit;

import java.util.HashSet;
import java.util.Set;
import org.hibernate.Hibernate;
import org.hibernate.LockMode;
import org.hibernate.bytecode.enhance.spi.LazyPropertyInitializer;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.EntityKey;
import org.hibernate.engine.spi.PersistenceContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.Status;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * One tracked model as it was at one moment.
 *
 * @param row the values that its row was known to have
 * @param values those that it had itself, mutable ones as copies; null where it was not loaded
 */
record TrackedModel(
        Object model,
        EntityKey key,
        EntityPersister persister,
        Status status,
        @Nullable Object @Nullable [] row,
        @Nullable Object @Nullable [] values,
        @Nullable Object version,
        LockMode lockMode,
        boolean existsInDatabase,
        boolean versionIsFixed) {
    static TrackedModel of(Object model, EntityEntry entry, SessionFactoryImplementor factory) {
        Object[] row = entry.getLoadedState();
        return new TrackedModel(
                model,
                entry.getEntityKey(),
                entry.getPersister(),
                entry.getStatus(),
                row == null ? null : row.clone(),
                Hibernate.isInitialized(model) ? copies(model, entry.getPersister(), factory) : null,
                entry.getVersion(),
                entry.getLockMode(),
                entry.isExistsInDatabase(),
                entry.isBeingReplicated());
    }

    /** A model whose row is there, but whose values are to be read yet. */
    static TrackedModel ofRow(Object model, EntityKey key) {
        EntityPersister persister = key.getPersister();
        return new TrackedModel(
                model,
                key,
                persister,
                Status.MANAGED,
                persister.getValues(model),
                null,
                persister.isVersioned() ? persister.getVersion(model) : null,
                LockMode.NONE,
                true,
                false);
    }

    private static @Nullable Object[] copies(
            Object model, EntityPersister persister, SessionFactoryImplementor factory) {
        @Nullable Object[] values = persister.getValues(model);
        Type[] types = persister.getPropertyTypes();
        for (int i = 0; i < values.length; i++) {
            if (types[i].isMutable() && values[i] != LazyPropertyInitializer.UNFETCHED_PROPERTY) {
                values[i] = types[i].deepCopy(values[i], factory);
            }
        }
        return values;
    }

    /** Tracks the model again, with its values; false where some of those could not be brought back. */
    @SuppressWarnings("NullAway") // a reference that is not loaded has neither row nor version
    boolean restore(PersistenceContext context) {
        boolean complete = values == null ? !Hibernate.isInitialized(model) : restore(values);
        context.addEntity(model, status, row, key, version, lockMode, existsInDatabase, persister, versionIsFixed);
        EnhancedModel.trackAgain(model, context.getSession());
        return complete;
    }

    private boolean restore(@Nullable Object[] then) {
        Set<Integer> unfetched = new HashSet<>();
        Type[] types = persister.getPropertyTypes();
        @Nullable Object[] now = persister.getValues(model);
        for (int i = 0; i < then.length; i++) {
            if (then[i] == LazyPropertyInitializer.UNFETCHED_PROPERTY) {
                if (now[i] != LazyPropertyInitializer.UNFETCHED_PROPERTY) {
                    unfetched.add(i);
                }
            } else if (now[i] != then[i] && !(types[i].isMutable() && types[i].isEqual(then[i], now[i]))) {
                persister.setValue(model, i, then[i]);
            }
        }
        return unfetched.isEmpty() || EnhancedModel.forget(model, persister, unfetched);
    }
}
