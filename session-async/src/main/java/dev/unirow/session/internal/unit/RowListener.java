package dev.unirow.session.internal.unit;

import org.hibernate.collection.spi.AbstractPersistentCollection;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.AbstractCollectionEvent;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PostCollectionRecreateEvent;
import org.hibernate.event.spi.PostCollectionRecreateEventListener;
import org.hibernate.event.spi.PostCollectionRemoveEvent;
import org.hibernate.event.spi.PostCollectionRemoveEventListener;
import org.hibernate.event.spi.PostCollectionUpdateEvent;
import org.hibernate.event.spi.PostCollectionUpdateEventListener;
import org.hibernate.event.spi.PostDeleteEvent;
import org.hibernate.event.spi.PostDeleteEventListener;
import org.hibernate.event.spi.PreCollectionRecreateEvent;
import org.hibernate.event.spi.PreCollectionRecreateEventListener;
import org.hibernate.event.spi.PreCollectionRemoveEvent;
import org.hibernate.event.spi.PreCollectionRemoveEventListener;
import org.hibernate.event.spi.PreCollectionUpdateEvent;
import org.hibernate.event.spi.PreCollectionUpdateEventListener;
import org.hibernate.event.spi.PreDeleteEvent;
import org.hibernate.event.spi.PreDeleteEventListener;
import org.hibernate.event.spi.PreInsertEvent;
import org.hibernate.event.spi.PreInsertEventListener;
import org.hibernate.event.spi.PreUpdateEvent;
import org.hibernate.event.spi.PreUpdateEventListener;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/** Tells each session which row its next statements write; the rows of a collection are its owner's. */
final class RowListener
        implements PreInsertEventListener,
                PreUpdateEventListener,
                PreDeleteEventListener,
                PostDeleteEventListener,
                PreCollectionRecreateEventListener,
                PreCollectionUpdateEventListener,
                PreCollectionRemoveEventListener,
                PostCollectionRecreateEventListener,
                PostCollectionUpdateEventListener,
                PostCollectionRemoveEventListener {
    void register(EventListenerRegistry listeners) {
        listeners.appendListeners(EventType.PRE_INSERT, this);
        listeners.appendListeners(EventType.PRE_UPDATE, this);
        listeners.appendListeners(EventType.PRE_DELETE, this);
        listeners.appendListeners(EventType.POST_DELETE, this);
        listeners.appendListeners(EventType.PRE_COLLECTION_RECREATE, this);
        listeners.appendListeners(EventType.PRE_COLLECTION_UPDATE, this);
        listeners.appendListeners(EventType.PRE_COLLECTION_REMOVE, this);
        listeners.appendListeners(EventType.POST_COLLECTION_RECREATE, this);
        listeners.appendListeners(EventType.POST_COLLECTION_UPDATE, this);
        listeners.appendListeners(EventType.POST_COLLECTION_REMOVE, this);
    }

    private static void begin(
            SharedSessionContractImplementor session, EntityPersister persister, Object model, @Nullable Object key) {
        if (session instanceof TrackedSession tracked) {
            tracked.rows().begin(new WrittenRow(persister.getMappedClass(), model, key));
        }
    }

    private static void begin(@Nullable SharedSessionContractImplementor session, AbstractCollectionEvent event) {
        Object owner = event.getAffectedOwnerOrNull();
        if (owner != null && session != null) {
            begin(
                    session,
                    session.getEntityPersister(event.getAffectedOwnerEntityName(), owner),
                    owner,
                    event.getAffectedOwnerIdOrNull());
        }
    }

    /** A session that tracks nothing leaves itself out of these events, and notes the rows that it writes itself. */
    private static @Nullable SharedSessionContractImplementor sessionOf(AbstractCollectionEvent event) {
        return event.getCollection() instanceof AbstractPersistentCollection<?> collection
                ? collection.getSession()
                : null;
    }

    private static void end(@Nullable SharedSessionContractImplementor session) {
        if (session instanceof TrackedSession tracked) {
            tracked.rows().end();
        }
    }

    @Override
    public boolean onPreInsert(PreInsertEvent event) {
        EntityPersister persister = event.getPersister();
        boolean generated = persister.getGenerator().generatesOnInsert();
        begin(event.getSession(), persister, event.getEntity(), generated ? null : event.getId());
        return false;
    }

    @Override
    public boolean onPreUpdate(PreUpdateEvent event) {
        begin(event.getSession(), event.getPersister(), event.getEntity(), event.getId());
        return false;
    }

    @Override
    public boolean onPreDelete(PreDeleteEvent event) {
        begin(event.getSession(), event.getPersister(), event.getEntity(), event.getId());
        return false;
    }

    @Override
    public void onPostDelete(PostDeleteEvent event) {
        end(event.getSession());
    }

    @Override
    public boolean requiresPostCommitHandling(EntityPersister persister) {
        return false;
    }

    @Override
    public void onPreRecreateCollection(PreCollectionRecreateEvent event) {
        begin(sessionOf(event), event);
    }

    @Override
    public void onPreUpdateCollection(PreCollectionUpdateEvent event) {
        begin(event.getSession(), event);
    }

    @Override
    public void onPreRemoveCollection(PreCollectionRemoveEvent event) {
        begin(event.getSession(), event);
    }

    @Override
    public void onPostRecreateCollection(PostCollectionRecreateEvent event) {
        end(sessionOf(event));
    }

    @Override
    public void onPostUpdateCollection(PostCollectionUpdateEvent event) {
        end(event.getSession());
    }

    @Override
    public void onPostRemoveCollection(PostCollectionRemoveEvent event) {
        end(event.getSession());
    }
}
