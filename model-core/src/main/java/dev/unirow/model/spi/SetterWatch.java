package dev.unirow.model.spi;

/** Told of what is set in a model that it watches. On whatever thread sets it; must not block. */
@FunctionalInterface
public interface SetterWatch {
    /** What the model notes of a property, after it was set. */
    void wasSet(Object model, String property);
}
