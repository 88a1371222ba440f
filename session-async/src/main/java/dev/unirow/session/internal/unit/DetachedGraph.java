package dev.unirow.session.internal.unit;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.event.spi.EntityCopyObserver;
import org.hibernate.event.spi.MergeContext;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.proxy.HibernateProxy;

/**
 * A detached model, and those that its cascades reach, written over their rows. Hibernate tells the keys and versions
 * of the rows to copies of its own; here the detached models learn them too, so that they can be merged again.
 */
final class DetachedGraph {
    private final TrackedSession session;
    private final Map<Object, Object> managedOf = new IdentityHashMap<>();
    private final Map<Object, Object> detachedOf = new IdentityHashMap<>();

    DetachedGraph(TrackedSession session) {
        this.session = session;
    }

    CompletionStage<Void> merge(Object model) {
        EntityCopyObserver observer =
                session.getFactory().getEntityCopyObserver().createEntityCopyObserver();
        MergeContext context = new MergeContext(session, observer);
        // what its row has of its own collections it is not told afterwards
        session.values().prepareElements(session.getEntityPersister(null, model), model);
        return session.reactiveMerge(model, context)
                .thenCompose(ignored -> {
                    session.getReactiveActionQueue().checkNoUnresolvedActionsAfterOperation();
                    context.forEach(this::remember);
                    return session.reactiveAutoflush();
                })
                .thenRun(() -> managedOf.forEach(this::tell));
    }

    private void remember(Object detached, Object found) {
        Object managed = session.getPersistenceContextInternal().unproxy(found);
        if (detached != managed && !(detached instanceof HibernateProxy)) {
            managedOf.put(detached, managed);
            detachedOf.put(managed, detached);
            detachedOf.put(found, detached); // others may refer to it by its stand-in
        }
    }

    private void tell(Object detached, Object managed) {
        EntityPersister persister = session.getEntityPersister(null, managed);
        session.rememberVersion(detached);
        if (RowKey.given(session, persister, detached) == null) {
            session.willBeInserted(detached);
            persister.setIdentifier(detached, persister.getIdentifier(managed, session), session);
        }
        session.copyState(managed, detached, detachedOf);
        for (Object value : persister.getValues(detached)) {
            if (value instanceof PersistentCollection<?> collection) {
                forgetOrphans(collection);
            }
        }
    }

    /** What was taken out of a collection has no row now, and the next merge would look for it. */
    private void forgetOrphans(PersistentCollection<?> collection) {
        String role = collection.getRole();
        if (role != null && collection.wasInitialized()) {
            CollectionPersister persister =
                    session.getFactory().getMappingMetamodel().getCollectionDescriptor(role);
            collection.setSnapshot(collection.getKey(), role, collection.getSnapshot(persister));
            collection.clearDirty();
        }
    }
}
