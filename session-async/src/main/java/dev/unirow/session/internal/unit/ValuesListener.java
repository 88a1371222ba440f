package dev.unirow.session.internal.unit;

import dev.unirow.session.internal.value.WrittenValues;
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
import org.hibernate.internal.SessionFactoryImpl;

/**
 * Makes values what their columns keep before Hibernate looks for changes, and what callbacks and generators gave after
 * that before it is sent.
 */
final class ValuesListener implements FlushEntityEventListener, PreInsertEventListener, PreUpdateEventListener {
    private final WrittenValues values;

    /** @param requireLengths whether texts may be longer than their columns declare for all that the database cares */
    ValuesListener(SessionFactoryImplementor factory, boolean requireLengths) {
        values = new WrittenValues(factory, requireLengths);
    }

    void register(EventListenerRegistry listeners) {
        listeners.prependListeners(EventType.FLUSH_ENTITY, this);
        Cutting cutting = new Cutting(values); // before the validator, which judges what is sent; this comes after it
        listeners.prependListeners(EventType.PRE_INSERT, cutting);
        listeners.prependListeners(EventType.PRE_UPDATE, cutting);
        listeners.appendListeners(EventType.PRE_INSERT, this);
        listeners.appendListeners(EventType.PRE_UPDATE, this);
    }

    /** Those of a factory, whose rules are found once. */
    static WrittenValues of(SessionFactoryImpl factory) {
        for (FlushEntityEventListener each :
                factory.getEventListenerGroups().eventListenerGroup_FLUSH_ENTITY.listeners()) {
            if (each instanceof ValuesListener found) {
                return found.values;
            }
        }
        throw new IllegalStateException("The factory has no listener for the values of its models.");
    }

    @Override
    public void onFlushEntity(FlushEntityEvent event) {
        EntityEntry entry = event.getEntityEntry();
        if (event.getSession() instanceof TrackedSession && entry.getStatus() == Status.MANAGED) {
            values.prepareFlush(entry.getPersister(), event.getEntity(), entry.getLoadedState());
        }
    }

    @Override
    public boolean onPreInsert(PreInsertEvent event) {
        if (event.getSession() instanceof TrackedSession) {
            values.prepareState(event.getPersister(), event.getEntity(), event.getState(), null);
            values.prepareElements(event.getPersister(), event.getEntity());
        }
        return false;
    }

    @Override
    public boolean onPreUpdate(PreUpdateEvent event) {
        if (event.getSession() instanceof TrackedSession) {
            values.prepareState(event.getPersister(), event.getEntity(), event.getState(), event.getOldState());
        }
        return false;
    }

    /** Cuts values and brings them into their normal form. */
    private record Cutting(WrittenValues values) implements PreInsertEventListener, PreUpdateEventListener {
        @Override
        public boolean onPreInsert(PreInsertEvent event) {
            if (event.getSession() instanceof TrackedSession) {
                values.cutState(event.getPersister(), event.getEntity(), event.getState(), null);
            }
            return false;
        }

        @Override
        public boolean onPreUpdate(PreUpdateEvent event) {
            if (event.getSession() instanceof TrackedSession) {
                values.cutState(event.getPersister(), event.getEntity(), event.getState(), event.getOldState());
            }
            return false;
        }
    }
}
