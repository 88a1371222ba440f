package dev.unirow.session.internal.unit;

import static org.hibernate.engine.internal.ManagedTypeHelper.asPersistentAttributeInterceptable;
import static org.hibernate.engine.internal.ManagedTypeHelper.isPersistentAttributeInterceptable;
import static org.hibernate.engine.internal.ManagedTypeHelper.processIfSelfDirtinessTracker;

import java.util.HashSet;
import java.util.Set;
import org.hibernate.bytecode.enhance.spi.interceptor.LazyAttributeLoadingInterceptor;
import org.hibernate.bytecode.enhance.spi.interceptor.SessionAssociableInterceptor;
import org.hibernate.engine.spi.PersistentAttributeInterceptor;
import org.hibernate.engine.spi.SelfDirtinessTracker;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/** What a model keeps in itself whose class Hibernate's build plug-in has enhanced; nothing, where that is not so. */
final class EnhancedModel {
    private EnhancedModel() {}

    private static @Nullable PersistentAttributeInterceptor interceptor(Object model) {
        return isPersistentAttributeInterceptable(model)
                ? asPersistentAttributeInterceptable(model).$$_hibernate_getInterceptor()
                : null;
    }

    /**
     * Its values are those that the session knows of: nothing is noted as changed, and what is lazy is of this session.
     */
    static void trackAgain(Object model, SharedSessionContractImplementor session) {
        processIfSelfDirtinessTracker(model, SelfDirtinessTracker::$$_hibernate_clearDirtyAttributes);
        if (interceptor(model) instanceof SessionAssociableInterceptor lazy) {
            lazy.setSession(session);
        }
    }

    /** Makes lazy attributes unloaded again; false where that cannot be. */
    static boolean forget(Object model, EntityPersister persister, Set<Integer> attributes) {
        if (!(interceptor(model) instanceof LazyAttributeLoadingInterceptor lazy)
                || attributes.stream()
                        .anyMatch(i -> persister
                                .getPropertyTypes()[i]
                                .getReturnedClass()
                                .isPrimitive())) {
            return false;
        }
        Set<String> loaded = new HashSet<>(lazy.getInitializedLazyAttributeNames());
        for (int i : attributes) {
            persister.setValue(model, i, null);
            loaded.remove(persister.getPropertyNames()[i]);
        }
        lazy.clearInitializedLazyFields();
        loaded.forEach(lazy::attributeInitialized);
        return true;
    }
}
