package dev.unirow.sqlite.internal;

import io.vertx.sqlclient.PropertyKind;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowIterator;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.desc.ColumnDescriptor;
import java.util.Iterator;
import java.util.List;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.jspecify.annotations.Nullable;

/**
 * What one statement gave: all rows, read at once so that the statement is free again, and how many rows it changed.
 */
public @SuppressWarnings("NullAway") // Vert.x's RowSet gives null for what is not there
final class SqliteRows implements RowSet<Row> {
    private final SqliteColumns columns;
    private final List<SqliteRow> rows;
    private final int changes;

    public SqliteRows(SqliteColumns columns, List<SqliteRow> rows, int changes) {
        this.columns = columns;
        this.rows = rows;
        this.changes = changes;
    }

    public static SqliteRows changed(int changes) {
        return new SqliteRows(new SqliteColumns(List.of(), new int[0], List.of()), List.of(), changes);
    }

    /** The rows as Hibernate Reactive's own queries take them. */
    public ReactiveConnection.Result result() {
        Iterator<SqliteRow> iterator = rows.iterator();
        return new ReactiveConnection.Result() {
            @Override
            public int size() {
                return rows.size();
            }

            @Override
            public boolean hasNext() {
                return iterator.hasNext();
            }

            @Override
            public @Nullable Object[] next() {
                return iterator.next().values();
            }
        };
    }

    /** The first column of the first row; null when there is none. */
    public <T> @Nullable T single(Class<T> type) {
        return rows.isEmpty() ? null : rows.get(0).get(type, 0);
    }

    @Override
    public RowIterator<Row> iterator() {
        Iterator<SqliteRow> iterator = rows.iterator();
        return new RowIterator<>() {
            @Override
            public boolean hasNext() {
                return iterator.hasNext();
            }

            @Override
            public Row next() {
                return iterator.next();
            }
        };
    }

    @Override
    public int rowCount() {
        return changes;
    }

    @Override
    public List<String> columnsNames() {
        return columns.names();
    }

    @Override
    public List<ColumnDescriptor> columnDescriptors() {
        return columns.descriptors(rows.isEmpty() ? null : rows.get(0));
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public <V> V property(PropertyKind<V> kind) {
        return null;
    }

    @Override
    public RowSet<Row> value() {
        return this;
    }

    @Override
    public RowSet<Row> next() {
        return null;
    }
}
