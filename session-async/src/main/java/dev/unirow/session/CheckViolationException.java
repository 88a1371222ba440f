package dev.unirow.session;

import org.jspecify.annotations.Nullable;

/** A value breaks a check of its table. */
public final class CheckViolationException extends ConstraintViolatedException {
    CheckViolationException(ConstraintRule rule, @Nullable String sqlState, @Nullable Throwable cause) {
        super("A value breaks a check of its table", rule, sqlState, cause);
    }
}
