package dev.unirow.session.exception;

import dev.unirow.session.internal.unit.WrittenRow;
import org.jspecify.annotations.Nullable;

/** A row refers to one that is not there, or is still referred to. */
public final class ForeignKeyViolationException extends ConstraintViolatedException {
    public ForeignKeyViolationException(
            ConstraintRule rule, @Nullable WrittenRow row, @Nullable String sqlState, @Nullable Throwable cause) {
        super("A referred row is missing, or the row is still referred to", rule, row, sqlState, cause);
    }
}
