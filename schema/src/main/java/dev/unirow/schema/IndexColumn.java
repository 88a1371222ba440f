package dev.unirow.schema;

import org.jspecify.annotations.Nullable;

/**
 * One part of an index: a column or an expression, its direction, and what else it is ordered by.
 *
 * @param name the column, null for an expression
 * @param expression in the database's SQL, without the outer parentheses; null for a column
 * @param nulls null for the order that the database gives them with the direction
 * @param collation null for the column's own
 * @param prefix how many characters are looked at, where the database can stop before the end; null for all
 */
public record IndexColumn(
        @Nullable String name,
        boolean descending,
        @Nullable String expression,
        @Nullable NullsOrder nulls,
        @Nullable String collation,
        @Nullable Integer prefix) {
    public IndexColumn {
        if ((name == null) == (expression == null)) {
            throw new IllegalArgumentException("A part of an index is either a column or an expression, not '" + name
                    + "' and '" + expression + "'.");
        }
    }

    /** A column, and its direction. */
    public IndexColumn(String name, boolean descending) {
        this(name, descending, null, null, null, null);
    }

    /** An expression, in ascending order. */
    public static IndexColumn expression(String expression) {
        return new IndexColumn(null, false, expression, null, null, null);
    }

    /** The column's name, or the expression. */
    public String text() {
        return name != null ? name : String.valueOf(expression);
    }

    public IndexColumn withDescending(boolean descending) {
        return new IndexColumn(name, descending, expression, nulls, collation, prefix);
    }

    public IndexColumn withNulls(@Nullable NullsOrder nulls) {
        return new IndexColumn(name, descending, expression, nulls, collation, prefix);
    }

    public IndexColumn withCollation(@Nullable String collation) {
        return new IndexColumn(name, descending, expression, nulls, collation, prefix);
    }

    boolean isPlain() {
        return expression == null && prefix == null && !descending;
    }
}
