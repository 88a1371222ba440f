package dev.unirow.query;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Names a column by the accessor that reads it, as a method reference: {@code Pet::name} or {@code Pet::getName}. It is
 * never called; a lambda expression names nothing and is refused when the statement is built.
 *
 * @param <T> the model
 * @param <V> what the accessor returns
 */
@FunctionalInterface
public interface Accessor<T, V extends @Nullable Object> extends Serializable {
    @Nullable V get(T model);
}
