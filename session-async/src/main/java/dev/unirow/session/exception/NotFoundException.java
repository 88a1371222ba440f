package dev.unirow.session.exception;

import dev.unirow.session.internal.value.KeyText;
import org.jspecify.annotations.Nullable;

/** A row that had to be there is not. */
public final class NotFoundException extends UnirowException {
    private final @Nullable Class<?> model;
    private final transient @Nullable Object key;

    public NotFoundException(@Nullable Class<?> model, @Nullable Object key, @Nullable Throwable cause) {
        this(
                "No " + (model == null ? "row" : model.getSimpleName()) + (key == null ? " found" : KeyText.of(key))
                        + ".",
                model,
                key,
                cause);
    }

    private NotFoundException(
            String message, @Nullable Class<?> model, @Nullable Object key, @Nullable Throwable cause) {
        super(message, cause);
        this.model = model;
        this.key = key;
    }

    /** Of {@code get}, beside which there is {@code find}. */
    public static NotFoundException ofGet(Class<?> model, Object key) {
        return new NotFoundException(
                "No " + model.getSimpleName() + KeyText.of(key)
                        + ". Where it may be absent, use find(), which returns null instead of failing.",
                model,
                key,
                null);
    }

    /** The class that was asked for; null where a row of some class was missing that another one refers to. */
    public @Nullable Class<?> model() {
        return model;
    }

    /** The key that was asked for; null where a query asked. The message shows numbers and UUIDs only. */
    public @Nullable Object key() {
        return key;
    }
}
