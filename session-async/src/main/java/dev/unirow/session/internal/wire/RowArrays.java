package dev.unirow.session.internal.wire;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowIterator;
import io.vertx.sqlclient.RowSet;
import org.hibernate.reactive.pool.ReactiveConnection;

/** Rows of Vert.x's as arrays. */
final class RowArrays implements ReactiveConnection.Result {
    private final RowSet<Row> rows;
    private final RowIterator<Row> each;

    RowArrays(RowSet<Row> rows) {
        this.rows = rows;
        this.each = rows.iterator();
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public boolean hasNext() {
        return each.hasNext();
    }

    @Override
    @SuppressWarnings("NullAway") // the interface is not annotated: a column may be null
    public Object[] next() {
        Row row = each.next();
        Object[] values = new Object[row.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.getValue(i);
        }
        return values;
    }
}
