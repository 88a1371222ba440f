package dev.unirow.session.internal.unit;

import org.hibernate.engine.internal.ManagedTypeHelper;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.SelfDirtinessTracker;
import org.hibernate.engine.spi.SharedSessionContractImplementor;

/**
 * What models write down that Hibernate's build plug-in enhanced: which of their properties were assigned. At a flush
 * Hibernate believes it without looking at the values.
 */
final class DirtyMarks {
    private DirtyMarks() {}

    /**
     * Forgets the marks of models that have the values of their rows again; else a flush would update them, and their
     * versions.
     */
    static void forgetFalseOnes(SharedSessionContractImplementor session) {
        for (var managed : session.getPersistenceContextInternal().reentrantSafeEntityEntries()) {
            Object model = managed.getKey();
            if (ManagedTypeHelper.isSelfDirtinessTracker(model)) {
                SelfDirtinessTracker marks = ManagedTypeHelper.asSelfDirtinessTracker(model);
                if (marks.$$_hibernate_hasDirtyAttributes() && isAsItsRow(model, managed.getValue(), session)) {
                    marks.$$_hibernate_clearDirtyAttributes();
                }
            }
        }
    }

    private static boolean isAsItsRow(Object model, EntityEntry entry, SharedSessionContractImplementor session) {
        Object[] row = entry.getLoadedState();
        return row != null
                && entry.getPersister().findDirty(entry.getPersister().getValues(model), row, model, session) == null;
    }
}
