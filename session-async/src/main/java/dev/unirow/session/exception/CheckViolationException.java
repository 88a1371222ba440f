package dev.unirow.session.exception;

import dev.unirow.session.internal.unit.WrittenRow;
import org.jspecify.annotations.Nullable;

/** A value breaks a check of its table. */
public final class CheckViolationException extends ConstraintViolatedException {
    public CheckViolationException(
            ConstraintRule rule, @Nullable WrittenRow row, @Nullable String sqlState, @Nullable Throwable cause) {
        super("A value breaks a check of its table", rule, row, sqlState, cause);
    }
}
