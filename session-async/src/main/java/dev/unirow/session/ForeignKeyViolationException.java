package dev.unirow.session;

import org.jspecify.annotations.Nullable;

/** A row refers to one that is not there, or is still referred to. */
public final class ForeignKeyViolationException extends ConstraintViolatedException {
    ForeignKeyViolationException(ConstraintRule rule, @Nullable String sqlState, @Nullable Throwable cause) {
        super("A referred row is missing, or the row is still referred to", rule, sqlState, cause);
    }
}
