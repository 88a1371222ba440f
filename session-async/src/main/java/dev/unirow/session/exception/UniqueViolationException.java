package dev.unirow.session.exception;

import dev.unirow.session.internal.unit.WrittenRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value that has to be unique is there already: in the table, or as the key of another model in the same session,
 * before anything is sent.
 */
public final class UniqueViolationException extends ConstraintViolatedException {
    public UniqueViolationException(
            ConstraintRule rule, @Nullable WrittenRow row, @Nullable String sqlState, @Nullable Throwable cause) {
        super("A row with the same unique value exists already", rule, row, sqlState, cause);
    }

    /** The key of one model is that of another one in the same session, which no database was asked about. */
    public UniqueViolationException(ConstraintRule rule, @Nullable WrittenRow row, @Nullable Throwable cause) {
        super(
                "Another model in this session has the same key: give one a key of its own, or detach it",
                rule,
                row,
                null,
                cause);
    }

    /**
     * The columns whose values are unique together, of a key or constraint that a model asks for; empty where the
     * database tells of another one. Unmodifiable.
     */
    public List<String> columns() {
        return ruleColumns();
    }
}
