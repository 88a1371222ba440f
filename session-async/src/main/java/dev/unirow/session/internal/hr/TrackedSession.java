package dev.unirow.session.internal.hr;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.hibernate.LockOptions;
import org.hibernate.engine.creation.internal.SessionBuilderImpl;
import org.hibernate.engine.creation.internal.SessionCreationOptions;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.RefreshEvent;
import org.hibernate.internal.SessionFactoryImpl;
import org.hibernate.internal.SessionImpl;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.reactive.event.ReactiveRefreshEventListener;
import org.hibernate.reactive.session.impl.ReactiveSessionImpl;

/** Hibernate Reactive's session, which remembers what it inserted in the present transaction, so that a rollback can undo it. */
final class TrackedSession extends ReactiveSessionImpl {
    private final SessionFactoryImpl factory;
    private final Set<Object> inserted = Collections.newSetFromMap(new IdentityHashMap<>());

    /** On an event-loop thread only, which all later calls must come from too. */
    TrackedSession(SessionFactoryImpl factory, SessionConnection connection) {
        super(factory, options(factory), connection);
        this.factory = factory;
    }

    private static SessionCreationOptions options(SessionFactoryImpl factory) {
        return new SessionBuilderImpl(factory) {
            @Override
            protected SessionImplementor createSession() {
                return new SessionImpl(factory, this);
            }
        };
    }

    void transactionCommitted() {
        inserted.clear();
    }

    /** Makes every model transient again that has no row now, and forgets all models. */
    void transactionRolledBack() {
        for (var managed : getPersistenceContextInternal().reentrantSafeEntityEntries()) {
            if (!managed.getValue().isExistsInDatabase()) {
                inserted.add(managed.getKey());
            }
        }
        inserted.forEach(this::makeTransient);
        inserted.clear();
        clear();
    }

    private void makeTransient(Object model) {
        EntityEntry entry = getPersistenceContextInternal().getEntry(model);
        EntityPersister persister = entry != null ? entry.getPersister() : getEntityPersister(null, model);
        persister.resetIdentifier(model, persister.getIdentifier(model, this), persister.getVersion(model), this);
    }

    /**
     * Without the detour over an option that logs a deprecation warning (HHH90000034) at each call. The session has made sure
     * that the model is managed.
     */
    @Override
    public CompletionStage<Void> reactiveRefresh(Object entity, LockOptions lockOptions) {
        checkOpen();
        return factory.getEventListenerGroups()
                .eventListenerGroup_REFRESH
                .fireEventOnEachListener(
                        new RefreshEvent(entity, lockOptions, this),
                        (ReactiveRefreshEventListener listener) -> listener::reactiveOnRefresh);
    }

    /** Notes inserts, cascaded ones too, as they happen. */
    static final class InsertListener implements PostInsertEventListener {
        @Override
        public void onPostInsert(PostInsertEvent event) {
            if (event.getSession() instanceof TrackedSession session) {
                session.inserted.add(event.getEntity());
            }
        }

        @Override
        public boolean requiresPostCommitHandling(EntityPersister persister) {
            return false;
        }
    }
}
