package dev.unirow.active;

import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.PostLoadEvent;
import org.hibernate.event.spi.PostLoadEventListener;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.persister.entity.EntityPersister;

/** Tells active records that they have a row. Found by Hibernate as a service; not for callers. */
public final class StoredMarks implements Integrator {
    @Override
    public void integrate(Metadata metadata, BootstrapContext bootstrapContext, SessionFactoryImplementor factory) {
        EventListenerRegistry listeners = factory.getServiceRegistry().requireService(EventListenerRegistry.class);
        listeners.appendListeners(EventType.POST_LOAD, new Loaded());
        listeners.appendListeners(EventType.POST_INSERT, new Inserted());
    }

    private static final class Loaded implements PostLoadEventListener {
        @Override
        public void onPostLoad(PostLoadEvent event) {
            mark(event.getEntity());
        }
    }

    private static final class Inserted implements PostInsertEventListener {
        @Override
        public void onPostInsert(PostInsertEvent event) {
            mark(event.getEntity());
        }

        @Override
        public boolean requiresPostCommitHandling(EntityPersister persister) {
            return false;
        }
    }

    private static void mark(Object entity) {
        if (entity instanceof ActiveRecord row) {
            row.markStored();
        }
    }
}
