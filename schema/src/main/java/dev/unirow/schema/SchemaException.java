package dev.unirow.schema;

import org.jspecify.annotations.Nullable;

/** A schema cannot be read, compared or written as asked; the message says why and what to do. */
public final class SchemaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SchemaException(String message) {
        super(message);
    }

    public SchemaException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
