package dev.unirow.session.internal.mapping;

import dev.unirow.model.spi.References;
import org.hibernate.Hibernate;
import org.hibernate.bytecode.enhance.spi.interceptor.EnhancementAsProxyLazinessInterceptor;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.PersistentAttributeInterceptable;
import org.hibernate.proxy.HibernateProxy;
import org.hibernate.proxy.LazyInitializer;
import org.jspecify.annotations.Nullable;

/**
 * Hibernate's two kinds of stand-ins: generated subclasses, and instances of a bytecode-enhanced class that hold
 * nothing but their key.
 */
public final class HibernateReferences implements References {
    @Override
    public boolean isLoaded(Object modelOrCollection) {
        return Hibernate.isInitialized(modelOrCollection);
    }

    @Override
    public boolean isLoaded(Object model, String property) {
        return Hibernate.isPropertyInitialized(model, property);
    }

    @Override
    public Object unproxy(Object model) {
        LazyInitializer stand = HibernateProxy.extractLazyInitializer(model);
        return stand == null || stand.isUninitialized() ? model : stand.getImplementation();
    }

    @Override
    public @Nullable Object copy(Object unloadedCollection) {
        if (!(unloadedCollection instanceof PersistentCollection<?> original)) {
            return null;
        }
        try {
            PersistentCollection<?> copy = original.getClass().getConstructor().newInstance();
            copy.setSnapshot(original.getKey(), original.getRole(), null);
            return copy;
        } catch (ReflectiveOperationException e) {
            // a collection of the application's own kind, which only Hibernate can make
            return null;
        }
    }

    @Override
    public @Nullable Object key(Object unloaded) {
        LazyInitializer stand = HibernateProxy.extractLazyInitializer(unloaded);
        if (stand != null) {
            return stand.getInternalIdentifier();
        }
        return unloaded instanceof PersistentAttributeInterceptable enhanced
                        && enhanced.$$_hibernate_getInterceptor()
                                instanceof EnhancementAsProxyLazinessInterceptor interceptor
                ? interceptor.getIdentifier()
                : null;
    }
}
