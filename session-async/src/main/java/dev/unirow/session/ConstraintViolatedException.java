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
     * The constraint's name, as the models give it; what the database tells of it where no model asks for it; the column for a
     * missing value; null where the database tells nothing (SQLite's foreign keys).
     */
    public @Nullable String constraint() {
        return constraint;
    }
}
