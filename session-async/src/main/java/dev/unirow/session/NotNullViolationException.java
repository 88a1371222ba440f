package dev.unirow.session;

import org.jspecify.annotations.Nullable;

/** A required value is missing. */
public final class NotNullViolationException extends ConstraintViolatedException {
    NotNullViolationException(ConstraintRule rule, @Nullable String sqlState, @Nullable Throwable cause) {
        super("A required value is missing", rule, sqlState, cause);
    }
}
