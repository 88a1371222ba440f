package dev.unirow.session.internal.unit;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.collection.spi.PersistentArrayHolder;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.collection.spi.PersistentIdentifierBag;
import org.hibernate.engine.spi.CollectionEntry;
import org.hibernate.engine.spi.PersistenceContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * One collection of a tracked model as it was at one moment.
 *
 * @param rows what its rows were known to be
 * @param content its elements, a {@link List} or a {@link Map}; null where it was not loaded
 */
record TrackedCollection(
        PersistentCollection<?> collection,
        CollectionPersister persister,
        Object key,
        @Nullable Serializable rows,
        @Nullable Object content) {
    static boolean canHold(PersistentCollection<?> collection, CollectionEntry entry) {
        return entry.getLoadedPersister() != null
                && entry.getLoadedKey() != null
                && (collection instanceof Collection
                        || collection instanceof Map
                        || collection instanceof PersistentArrayHolder);
    }

    static TrackedCollection of(
            PersistentCollection<?> collection, CollectionEntry entry, SessionFactoryImplementor factory) {
        CollectionPersister persister = requireNonNull(entry.getLoadedPersister());
        return new TrackedCollection(
                collection,
                persister,
                requireNonNull(entry.getLoadedKey()),
                entry.getSnapshot(),
                collection.wasInitialized() ? content(collection, persister.getElementType(), factory) : null);
    }

    private static Object content(PersistentCollection<?> collection, Type type, SessionFactoryImplementor factory) {
        if (collection instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> entries = new LinkedHashMap<>();
            map.forEach((key, value) -> entries.put(key, type.deepCopy(value, factory)));
            return entries;
        }
        List<@Nullable Object> elements = new ArrayList<>();
        for (Iterator<?> each = elements(collection); each.hasNext(); ) {
            elements.add(type.deepCopy(each.next(), factory));
        }
        return elements;
    }

    private static Iterator<?> elements(PersistentCollection<?> collection) {
        return collection instanceof PersistentArrayHolder<?> array
                ? array.elements()
                : ((Collection<?>) collection).iterator();
    }

    /** The owner has been restored, and refers to the collection again. */
    void restore(TrackedSession session) {
        boolean asItWas = content != null && !(collection instanceof PersistentIdentifierBag);
        if (asItWas || !collection.wasInitialized()) {
            attach(session);
        } else {
            replace(session);
        }
    }

    private void attach(TrackedSession session) {
        PersistenceContext context = session.getPersistenceContextInternal();
        if (content != null) {
            fill(content);
        }
        collection.postAction();
        collection.setSnapshot(key, persister.getRole(), rows);
        collection.$$_hibernate_setInstanceId(0);
        collection.setCurrentSession(session);
        if (collection instanceof PersistentArrayHolder) {
            context.addCollectionHolder(collection);
        }
        if (content == null) {
            context.addUninitializedDetachedCollection(persister, collection);
        } else {
            context.addInitializedDetachedCollection(persister, collection);
        }
    }

    @SuppressWarnings("unchecked") // what came out of it goes in again
    private void fill(Object elements) {
        if (collection instanceof PersistentArrayHolder<?> holder) {
            List<?> all = (List<?>) elements;
            for (int i = 0; i < all.size(); i++) { // an array keeps its length
                Array.set(holder.getArray(), i, all.get(i));
            }
        } else if (collection instanceof Map<?, ?> map) {
            map.clear();
            ((Map<Object, @Nullable Object>) map).putAll((Map<Object, @Nullable Object>) elements);
        } else {
            Collection<@Nullable Object> target = (Collection<@Nullable Object>) collection;
            target.clear();
            target.addAll((List<@Nullable Object>) elements);
        }
    }

    /** One that was loaded since cannot forget what it read: the owner gets another. */
    private void replace(TrackedSession session) {
        Object owner = collection.getOwner();
        if (owner == null) {
            return;
        }
        EntityPersister model = persister.getOwnerEntityPersister();
        Type[] types = model.getPropertyTypes();
        for (int i = 0; i < types.length; i++) {
            if (model.getValue(owner, i) == collection) {
                PersistentCollection<?> fresh = persister.getCollectionType().instantiate(session, persister, key);
                fresh.setOwner(owner);
                session.getPersistenceContextInternal().addUninitializedCollection(persister, fresh, key, false);
                model.setValue(owner, i, fresh);
            }
        }
    }
}
