package dev.unirow.session;

import dev.unirow.session.internal.hr.WrittenRow;
import org.jspecify.annotations.Nullable;

/** A value breaks a check of its table. */
public final class CheckViolationException extends ConstraintViolatedException {
    CheckViolationException(
            ConstraintRule rule, @Nullable WrittenRow row, @Nullable String sqlState, @Nullable Throwable cause) {
        super("A value breaks a check of its table", rule, row, sqlState, cause);
    }
}
