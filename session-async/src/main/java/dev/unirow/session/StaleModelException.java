package dev.unirow.session;

import org.jspecify.annotations.Nullable;

/** A row was changed or deleted by another transaction since the model was read. */
public final class StaleModelException extends UnirowException {
    private final @Nullable String model;
    private final @Nullable Object key;

    StaleModelException(String message, @Nullable String model, @Nullable Object key, @Nullable Throwable cause) {
        super(message, cause);
        this.model = model;
        this.key = key;
    }

    /** The simple name of the model's class; null where the database told only that some row of a batch was not as expected. */
    public @Nullable String model() {
        return model;
    }

    /** The key of the row; null where {@link #model()} is. */
    public @Nullable Object key() {
        return key;
    }
}
