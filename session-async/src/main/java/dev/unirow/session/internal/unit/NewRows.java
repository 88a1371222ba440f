package dev.unirow.session.internal.unit;

import java.util.Objects;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.CollectionType;
import org.hibernate.type.CompositeType;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * Empties what a model took along from another row: a copy of a model may have collections that are not loaded, and as
 * a new row it has nothing in them. Hibernate would move the other row's to it.
 */
final class NewRows {
    private NewRows() {}

    /** For a model that Hibernate does not persist itself. */
    static void emptyUnloaded(EntityPersister persister, Object model) {
        if (persister.hasCollections()) {
            @Nullable Object[] values = persister.getValues(model);
            if (emptyUnloaded(values, persister.getPropertyTypes())) {
                persister.setValues(model, values);
            }
        }
    }

    /** Puts new collections in the place of those that are not loaded; whether there were any. */
    static boolean emptyUnloaded(@Nullable Object[] values, Type[] types) {
        boolean changed = false;
        for (int i = 0; i < types.length; i++) {
            Object value = values[i];
            if (types[i] instanceof CollectionType type
                    && value instanceof PersistentCollection<?> collection
                    && !collection.wasInitialized()) {
                values[i] = type.instantiate(0);
                changed = true;
            } else if (types[i] instanceof CompositeType type && value != null && holdsCollections(type)) {
                @Nullable Object[] parts = Objects.requireNonNull(type.getPropertyValues(value));
                if (emptyUnloaded(parts, type.getSubtypes())) {
                    values[i] = type.replacePropertyValues(value, parts, null);
                    changed = true;
                }
            }
        }
        return changed;
    }

    private static boolean holdsCollections(CompositeType type) {
        for (Type part : type.getSubtypes()) {
            if (part instanceof CollectionType || (part instanceof CompositeType below && holdsCollections(below))) {
                return true;
            }
        }
        return false;
    }
}
