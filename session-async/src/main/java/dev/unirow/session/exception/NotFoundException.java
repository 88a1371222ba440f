package dev.unirow.session.exception;

import dev.unirow.session.internal.unit.KeyText;
import org.jspecify.annotations.Nullable;

/** A row that had to be there is not. */
public final class NotFoundException extends UnirowException {
    private final @Nullable Class<?> model;
    private final transient @Nullable Object key;

    public NotFoundException(@Nullable Class<?> model, @Nullable Object key, @Nullable Throwable cause) {
        super(
                "No " + (model == null ? "row" : model.getSimpleName()) + (key == null ? " found" : KeyText.of(key))
                        + ".",
                cause);
        this.model = model;
        this.key = key;
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
