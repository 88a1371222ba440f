package dev.unirow.session.internal.unit;

import java.util.ArrayList;
import java.util.List;
import org.hibernate.HibernateException;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.Status;

/** What was done to tracked models since the last flush. */
final class UnsentChanges {
    private final TrackedSession session;

    UnsentChanges(TrackedSession session) {
        this.session = session;
    }

    /** Models that are changed, or marked for deletion. */
    List<Object> models() {
        List<Object> changed = new ArrayList<>();
        for (var tracked : session.getPersistenceContextInternal().reentrantSafeEntityEntries()) {
            EntityEntry entry = tracked.getValue();
            if (entry.getStatus() == Status.DELETED
                    || entry.getStatus() == Status.MANAGED && isChanged(tracked.getKey(), entry)) {
                changed.add(tracked.getKey());
            }
        }
        return changed;
    }

    private boolean isChanged(Object model, EntityEntry entry) {
        Object[] row = entry.getLoadedState();
        if (row == null) {
            return false;
        }
        Object[] present = entry.getPersister().getValues(model);
        for (Object value : present) {
            if (value instanceof PersistentCollection<?> collection && collection.isDirty()) {
                return true;
            }
        }
        try {
            return entry.getPersister().findDirty(present, row, model, session) != null;
        } catch (HibernateException newReference) {
            return true; // a reference to what has no row cannot be compared, and was not in the row
        }
    }
}
