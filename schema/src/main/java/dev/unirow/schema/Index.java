package dev.unirow.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index. A unique index is not a {@link Unique} constraint: it has no place in the table's own statement.
 *
 * @param where the condition of a partial index, without the outer parentheses; null when it holds all rows
 * @param method how it is built, such as PostgreSQL's {@code gin}; null for the database's usual way
 */
public record Index(
        String name,
        List<IndexColumn> columns,
        boolean unique,
        @Nullable String where,
        @Nullable String method) {
    public Index {
        columns = List.copyOf(columns);
    }

    /** An index over all rows, built in the usual way. */
    public Index(String name, List<IndexColumn> columns, boolean unique) {
        this(name, columns, unique, null, null);
    }

    /** The columns' names; an expression stands for itself. */
    public List<String> columnNames() {
        return columns.stream().map(IndexColumn::text).toList();
    }

    /** Whether it does no more than a unique constraint does; MariaDB does not tell the two apart. */
    public boolean isUniqueConstraint() {
        return unique && where == null && method == null && columns.stream().allMatch(IndexColumn::isPlain);
    }

    public Index withName(String name) {
        return new Index(name, columns, unique, where, method);
    }

    public Index withColumns(List<IndexColumn> columns) {
        return new Index(name, columns, unique, where, method);
    }

    public Index withWhere(@Nullable String where) {
        return new Index(name, columns, unique, where, method);
    }
}
