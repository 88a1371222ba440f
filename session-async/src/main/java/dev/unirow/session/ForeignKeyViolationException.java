package dev.unirow.session;

import dev.unirow.session.internal.hr.WrittenRow;
import org.jspecify.annotations.Nullable;

/** A row refers to one that is not there, or is still referred to. */
public final class ForeignKeyViolationException extends ConstraintViolatedException {
    ForeignKeyViolationException(
            ConstraintRule rule, @Nullable WrittenRow row, @Nullable String sqlState, @Nullable Throwable cause) {
        super("A referred row is missing, or the row is still referred to", rule, row, sqlState, cause);
    }
}
