package dev.unirow.session.internal.unit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.engine.spi.EntityHolder;
import org.hibernate.engine.spi.EntityKey;
import org.hibernate.engine.spi.PersistenceContext;
import org.hibernate.proxy.HibernateProxy;
import org.hibernate.proxy.LazyInitializer;

/**
 * What a session tracked at one moment, just after a flush, so that it can be brought back there. Hibernate has no such
 * thing: after ROLLBACK TO SAVEPOINT its models show values that the database does not hold.
 */
final class TrackedState {
    private final TrackedSession session;
    private final List<TrackedModel> models = new ArrayList<>();
    private final List<TrackedCollection> collections = new ArrayList<>();
    private final List<Reference> references = new ArrayList<>();
    private final Set<Object> inserted = Collections.newSetFromMap(new IdentityHashMap<>());

    private TrackedState(TrackedSession session) {
        this.session = session;
    }

    /** A reference that was handed out, and whether its row had been read. */
    private record Reference(EntityKey key, HibernateProxy proxy, boolean loaded) {}

    static TrackedState of(TrackedSession session) {
        TrackedState state = new TrackedState(session);
        PersistenceContext context = session.getPersistenceContextInternal();
        for (var managed : context.reentrantSafeEntityEntries()) {
            state.models.add(TrackedModel.of(managed.getKey(), managed.getValue(), session.getFactory()));
        }
        context.forEachCollectionEntry(
                (collection, entry) -> {
                    if (TrackedCollection.canHold(collection, entry)) {
                        state.collections.add(TrackedCollection.of(collection, entry, session.getFactory()));
                    }
                },
                false);
        Map<EntityKey, EntityHolder> holders = context.getEntityHoldersByKey();
        if (holders != null) { // there is none while nothing is tracked
            holders.values().forEach(state::remember);
        }
        state.inserted.addAll(session.inserted());
        return state;
    }

    private void remember(EntityHolder holder) {
        if (holder.getProxy() instanceof HibernateProxy proxy) {
            boolean loaded = !proxy.getHibernateLazyInitializer().isUninitialized();
            references.add(new Reference(holder.getEntityKey(), proxy, loaded));
        }
    }

    /**
     * Tracks again what was tracked then, with the values it had, and nothing else: what was inserted since is
     * transient again, what was loaded since is detached.
     *
     * @return tracked models whose values could not be brought back in memory: their rows must be read again
     */
    List<Object> restore() {
        session.makeTransientUnless(inserted);
        session.clear();
        PersistenceContext context = session.getPersistenceContextInternal();
        List<Object> stale = new ArrayList<>();
        for (TrackedModel model : models) {
            if (!model.restore(context)) {
                stale.add(model.model());
            }
        }
        for (TrackedCollection collection : collections) {
            collection.restore(session);
        }
        for (Reference reference : references) {
            restore(reference, context, stale);
        }
        DirtyMarks.forgetFalseOnes(session);
        return stale;
    }

    /** A reference cannot forget the row that it learned of since; where that is so, its model is tracked too. */
    private void restore(Reference reference, PersistenceContext context, List<Object> stale) {
        LazyInitializer initializer = reference.proxy().getHibernateLazyInitializer();
        if (!reference.loaded() && !initializer.isUninitialized()) {
            Object model = initializer.getImplementation();
            if (!TrackedModel.ofRow(model, reference.key()).restore(context)) {
                stale.add(model);
            }
        }
        context.addProxy(reference.key(), reference.proxy());
        initializer.setSession(session);
    }
}
