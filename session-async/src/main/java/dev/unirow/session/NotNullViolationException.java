package dev.unirow.session;

import dev.unirow.session.internal.hr.WrittenRow;
import org.jspecify.annotations.Nullable;

/** A required value is missing. */
public final class NotNullViolationException extends ConstraintViolatedException {
    NotNullViolationException(
            ConstraintRule rule, @Nullable WrittenRow row, @Nullable String sqlState, @Nullable Throwable cause) {
        super("A required value is missing", rule, row, sqlState, cause);
    }
}
