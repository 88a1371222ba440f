package dev.unirow.schema;

import org.jspecify.annotations.Nullable;

/** A schema cannot be read, compared or written as asked; the message says why and what to do. */
public final class SchemaException extends RuntimeException {
    public SchemaException(String message) {
        super(message);
    }

    public SchemaException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
