package dev.unirow.session;

import org.jspecify.annotations.Nullable;

/** A row breaks a rule of its table. Each kind of rule has its own class. */
public abstract sealed class ConstraintViolatedException extends StatementException
        permits UniqueViolationException,
                ForeignKeyViolationException,
                NotNullViolationException,
                CheckViolationException {
    private final @Nullable String constraint;

    ConstraintViolatedException(
            String message, @Nullable String constraint, @Nullable String sqlState, @Nullable Throwable cause) {
        super(message, sqlState, cause);
        this.constraint = constraint;
    }

    /**
     * The constraint's name; the column for a missing value, and the columns where the database tells only those (SQLite's
     * unique constraints); null where it tells nothing.
     */
    public @Nullable String constraint() {
        return constraint;
    }
}
