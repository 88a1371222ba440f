package dev.unirow.session.exception;

import dev.unirow.session.internal.unit.WrittenRow;
import org.jspecify.annotations.Nullable;

/** A row refers to one that is not there, or is still referred to. */
public final class ForeignKeyViolationException extends ConstraintViolatedException {
    public ForeignKeyViolationException(
            ConstraintRule rule, @Nullable WrittenRow row, @Nullable String sqlState, @Nullable Throwable cause) {
        super("A referred row is missing, or the row is still referred to", rule, row, sqlState, cause);
    }

    /** @param what what happened and what to do, without a full stop */
    public ForeignKeyViolationException(
            String what, ConstraintRule rule, @Nullable String sqlState, @Nullable Throwable cause) {
        super(what, rule, null, sqlState, cause);
    }
}
