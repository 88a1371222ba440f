package dev.unirow.session;

import org.jspecify.annotations.Nullable;

/** A row that had to be there is not. */
public final class NotFoundException extends UnirowException {
    private final String model;
    private final @Nullable Object key;

    NotFoundException(Class<?> model, @Nullable Object key, @Nullable Throwable cause) {
        this(model.getSimpleName(), key, cause);
    }

    NotFoundException(String model, @Nullable Object key, @Nullable Throwable cause) {
        super(key == null ? "No " + model + " found." : "No " + model + " with key " + key + ".", cause);
        this.model = model;
        this.key = key;
    }

    /** The simple name of the class that was asked for. */
    public String model() {
        return model;
    }

    /** The key that was asked for; null where a query asked. */
    public @Nullable Object key() {
        return key;
    }
}
