package dev.unirow.session.internal.value;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hibernate.bytecode.enhance.spi.LazyPropertyInitializer;
import org.hibernate.collection.spi.AbstractPersistentCollection;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.CollectionEntry;
import org.jspecify.annotations.Nullable;

/**
 * Of a collection with a table of its own, where it is new or was changed.
 *
 * @param key null where the keys of a map need none, and for other collections
 * @param element null where only the keys need one
 */
record ElementsRule(@Nullable ValueRule key, @Nullable ValueRule element) implements ValueRule {
    @Override
    public Object kept(Object value) {
        if (!isToBeWritten(value)) {
            return value;
        }
        if (value instanceof Map<?, ?> map) {
            return entries(map);
        }
        if (element == null) {
            return value;
        }
        if (value instanceof Object[]) {
            @Nullable Object[] array = (@Nullable Object[]) value;
            for (int i = 0; i < array.length; i++) {
                array[i] = ValueRule.kept(element, array[i]);
            }
            return array;
        }
        return value instanceof Collection<?> collection
                ? Replaced.of(collection, each -> ValueRule.kept(element, each))
                : value;
    }

    private static boolean isToBeWritten(Object collection) {
        return collection != LazyPropertyInitializer.UNFETCHED_PROPERTY
                && (!(collection instanceof PersistentCollection<?> tracked)
                        || (tracked.wasInitialized()
                                && (tracked.isDirty() || tracked.getStoredSnapshot() == null || isNew(tracked))));
    }

    /** Of a model that a cascade made persistent: Hibernate has taken a snapshot before there is any row. */
    private static boolean isNew(PersistentCollection<?> tracked) {
        if (!(tracked instanceof AbstractPersistentCollection<?> collection) || collection.getSession() == null) {
            return false;
        }
        CollectionEntry entry =
                collection.getSession().getPersistenceContextInternal().getCollectionEntry(tracked);
        return entry != null && entry.getLoadedPersister() == null;
    }

    private Object entries(Map<?, ?> map) {
        Map<@Nullable Object, @Nullable Object> kept = new LinkedHashMap<>();
        boolean[] isChanged = {false};
        map.forEach((name, value) -> {
            Object newName = ValueRule.kept(key, name);
            Object newValue = ValueRule.kept(element, value);
            isChanged[0] |= newName != name || newValue != value;
            kept.put(newName, newValue);
        });
        return isChanged[0] ? Replaced.of(map, kept) : map;
    }
}
