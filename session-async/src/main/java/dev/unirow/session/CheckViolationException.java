package dev.unirow.session;

import org.jspecify.annotations.Nullable;

/** A value breaks a check of its table. */
public final class CheckViolationException extends ConstraintViolatedException {
    CheckViolationException(@Nullable String constraint, @Nullable String sqlState, @Nullable Throwable cause) {
        super(
                "A value breaks a check of its table" + (constraint == null ? "" : " ('" + constraint + "')") + ".",
                constraint,
                sqlState,
                cause);
    }
}
