package dev.unirow.session.exception;

import org.jspecify.annotations.Nullable;

/** The rows of a query do not fit the record that they were asked as. */
public final class RowMappingException extends UnirowException {
    private final transient Class<?> type;

    public RowMappingException(Class<?> type, String problem) {
        this(type, problem, null);
    }

    public RowMappingException(Class<?> type, String problem, @Nullable Throwable cause) {
        super("Cannot read rows as " + type.getSimpleName() + ": " + problem + ".", cause);
        this.type = type;
    }

    /** The record class. */
    public Class<?> type() {
        return type;
    }
}
