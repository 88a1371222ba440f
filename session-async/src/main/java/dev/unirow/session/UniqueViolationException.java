package dev.unirow.session;

import dev.unirow.session.internal.hr.WrittenRow;
import org.jspecify.annotations.Nullable;

/** A value that has to be unique is there already. */
public final class UniqueViolationException extends ConstraintViolatedException {
    UniqueViolationException(
            ConstraintRule rule, @Nullable WrittenRow row, @Nullable String sqlState, @Nullable Throwable cause) {
        super("A row with the same unique value exists already", rule, row, sqlState, cause);
    }
}
