package dev.unirow.session.exception;

import dev.unirow.session.internal.value.KeyText;
import org.jspecify.annotations.Nullable;

/** A row was changed or deleted by another transaction since the model was read. */
public final class StaleModelException extends UnirowException {
    private final @Nullable Class<?> model;
    private final transient @Nullable Object key;

    public StaleModelException(@Nullable Class<?> model, @Nullable Object key, @Nullable Throwable cause) {
        this(
                (model == null ? "A row" : "The row of " + model.getSimpleName() + KeyText.of(key))
                        + " was changed or deleted by another transaction since it was read. Read it again.",
                model,
                key,
                cause);
    }

    public StaleModelException(
            String message, @Nullable Class<?> model, @Nullable Object key, @Nullable Throwable cause) {
        super(message, cause);
        this.model = model;
        this.key = key;
    }

    /** The model's class; null where the database told only that some row was not as expected. */
    public @Nullable Class<?> model() {
        return model;
    }

    /** The key of the row; null where {@link #model()} is. The message shows numbers and UUIDs only. */
    public @Nullable Object key() {
        return key;
    }
}
