package dev.unirow.session.internal.unit;

import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.Status;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.FlushEntityEvent;
import org.hibernate.event.spi.FlushEntityEventListener;
import org.hibernate.event.spi.PreInsertEvent;
import org.hibernate.event.spi.PreInsertEventListener;
import org.hibernate.event.spi.PreUpdateEvent;
import org.hibernate.event.spi.PreUpdateEventListener;

/**
 * Cuts times before Hibernate looks for changes, and what callbacks and generators gave after that before it is sent.
 */
final class TimesListener implements FlushEntityEventListener, PreInsertEventListener, PreUpdateEventListener {
    private final WrittenTimes times;

    TimesListener(SessionFactoryImplementor factory) {
        times = new WrittenTimes(factory);
    }

    void register(EventListenerRegistry listeners) {
        listeners.prependListeners(EventType.FLUSH_ENTITY, this);
        listeners.appendListeners(EventType.PRE_INSERT, this);
        listeners.appendListeners(EventType.PRE_UPDATE, this);
    }

    @Override
    public void onFlushEntity(FlushEntityEvent event) {
        EntityEntry entry = event.getEntityEntry();
        if (event.getSession() instanceof TrackedSession && entry.getStatus() == Status.MANAGED) {
            times.cutChanged(entry.getPersister(), event.getEntity(), entry.getLoadedState());
            times.cutElements(entry.getPersister(), event.getEntity());
        }
    }

    @Override
    public boolean onPreInsert(PreInsertEvent event) {
        if (event.getSession() instanceof TrackedSession) {
            times.cutState(event.getPersister(), event.getState(), null);
            times.cutChanged(event.getPersister(), event.getEntity(), null);
        }
        return false;
    }

    @Override
    public boolean onPreUpdate(PreUpdateEvent event) {
        if (event.getSession() instanceof TrackedSession) {
            times.cutState(event.getPersister(), event.getState(), event.getOldState());
            times.cutChanged(event.getPersister(), event.getEntity(), event.getOldState());
        }
        return false;
    }
}
