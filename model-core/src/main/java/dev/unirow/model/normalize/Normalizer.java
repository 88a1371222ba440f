package dev.unirow.model.normalize;

import org.jspecify.annotations.Nullable;

/**
 * Makes the form of a value in which it is checked and stored. The class has a constructor without arguments, by which
 * one instance is made for all attributes, and is used by many threads. It says what it is for, as in {@code implements
 * Normalizer<String>}: the attribute is of this type.
 *
 * <p>A value may come by more than once, as in {@code from}, at {@code add} and at the flush: what is normal already
 * must stay as it is. Nothing here waits or does I/O.
 *
 * @param <T> the type of the attribute; for a primitive, its class
 */
@FunctionalInterface
public interface Normalizer<T> {
    /**
     * The normal form of a value, which is never null.
     *
     * @return null if there is nothing left of it
     * @throws RuntimeException if it has none; it is refused then, and the message is told to nobody, since it may
     *     quote the value
     */
    @Nullable T normalize(T value);
}
