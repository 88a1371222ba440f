package dev.unirow.session.exception;

import dev.unirow.session.internal.unit.WrittenRow;
import org.jspecify.annotations.Nullable;

/** A required value is missing. */
public final class NotNullViolationException extends ConstraintViolatedException {
    public NotNullViolationException(
            ConstraintRule rule, @Nullable WrittenRow row, @Nullable String sqlState, @Nullable Throwable cause) {
        super("A required value is missing", rule, row, sqlState, cause);
    }
}
