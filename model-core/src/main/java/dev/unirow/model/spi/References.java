package dev.unirow.model.spi;

import org.jspecify.annotations.Nullable;

/**
 * Sees through the stand-ins that an object-relational mapper puts where a model, a collection or a column is not
 * loaded yet.
 *
 * <p>Found by {@link java.util.ServiceLoader}; without a provider everything counts as loaded. No method loads
 * anything, and every method accepts any object. Must be safe for use by many threads.
 */
public interface References {
    /** Whether the content of a model or a collection is in memory; false where only its key is known. */
    boolean isLoaded(Object modelOrCollection);

    /** Whether one property of a loaded model is in memory. */
    boolean isLoaded(Object model, String property);

    /** The object with the fields, behind a loaded stand-in; any other object is returned as it is. */
    Object unproxy(Object model);

    /**
     * A stand-in for a copy of the owner in the place of an unloaded collection: unloaded too, of the same row, known
     * to no session. Null where there can be none.
     */
    @Nullable Object copy(Object unloadedCollection);

    /** The key that an unloaded stand-in holds, as the mapper keeps it; null for anything else. */
    @Nullable Object key(Object unloaded);
}
