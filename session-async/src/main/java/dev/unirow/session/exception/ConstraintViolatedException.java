package dev.unirow.session.exception;

import dev.unirow.session.internal.unit.WrittenRow;
import java.util.List;
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
    private final transient @Nullable WrittenRow row;

    ConstraintViolatedException(
            String what,
            ConstraintRule rule,
            @Nullable WrittenRow row,
            @Nullable String sqlState,
            @Nullable Throwable cause) {
        super(rule.describe(what), sqlState, cause);
        this.rule = rule;
        this.row = row;
    }

    /** Which kind of rule it is. */
    public Kind kind() {
        return rule.kind();
    }

    /**
     * The constraint's name, as the models give it, on every database; what the database tells of it where no model
     * asks for it; the column for a missing value. Null where the database does not tell: SQLite says nothing of a
     * foreign key, whose name is known where the statement can break no other one.
     */
    public @Nullable String constraint() {
        return rule.name();
    }

    /** The columns of the rule, as far as they are known. */
    final List<String> ruleColumns() {
        return rule.columns();
    }

    /** The table that has the rule; null where neither the database nor the statement tells. */
    public @Nullable String table() {
        return rule.table();
    }

    /**
     * The model whose table has the rule: for a foreign key the one that refers. Null where the table is not known, or
     * is no model's.
     */
    public @Nullable Class<?> model() {
        return rule.model();
    }

    /**
     * The very object whose row was refused: inserted, changed or deleted, or the owner of a collection whose rows
     * were. Its class is {@link #model()}'s, but for a foreign key that forbids to delete what another model refers to.
     *
     * <p>Null where one statement wrote no row of a model or several of them: of
     * {@link dev.unirow.session.SqlConnection} and of {@code execute}, of {@code insertAll} on MariaDB where the
     * database gives the keys; at a commit, for a rule that is checked then; and after this was serialized.
     */
    public @Nullable Object written() {
        return row == null ? null : row.model();
    }

    /**
     * The key of {@link #written()}, which no message shows; null where that is, and for a new model whose key is
     * generated: what was refused never had one.
     */
    public @Nullable Object key() {
        return row == null ? null : row.key();
    }
}
