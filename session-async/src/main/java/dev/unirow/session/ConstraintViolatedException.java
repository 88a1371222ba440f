package dev.unirow.session;

import org.jspecify.annotations.Nullable;

/** A row breaks a rule of its table. Each kind of rule has its own class. */
public abstract sealed class ConstraintViolatedException extends StatementException
        permits UniqueViolationException,
                ForeignKeyViolationException,
                NotNullViolationException,
                CheckViolationException {
    /** The kinds of rules that a table has for its rows. */
    public enum Kind {
        /** A primary key, a unique constraint or a unique index. */
        UNIQUE,
        FOREIGN_KEY,
        NOT_NULL,
        CHECK
    }

    private final ConstraintRule rule;

    ConstraintViolatedException(
            String what, ConstraintRule rule, @Nullable String sqlState, @Nullable Throwable cause) {
        super(rule.describe(what), sqlState, cause);
        this.rule = rule;
    }

    /** Which kind of rule it is. */
    public Kind kind() {
        return rule.kind();
    }

    /**
     * The constraint's name, as the models give it, on every database; what the database tells of it where no model asks for it;
     * the column for a missing value. Null where the database does not tell: SQLite says nothing of a foreign key, whose name is
     * known where the statement can break no other one.
     */
    public @Nullable String constraint() {
        return rule.name();
    }

    /** The table that has the rule; null where neither the database nor the statement tells. */
    public @Nullable String table() {
        return rule.table();
    }

    /**
     * The model whose table has the rule: for a foreign key the one that refers. Null where the table is not known, or is no
     * model's.
     */
    public @Nullable Class<?> model() {
        return rule.model();
    }
}
