package dev.unirow.session.internal.wire;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import org.hibernate.reactive.adaptor.impl.ResultSetAdaptor;
import org.jspecify.annotations.Nullable;

/**
 * Rows as Hibernate Reactive takes them, which can be looked at without being used up: {@code unwrap(RowSet.class)}.
 */
final class LegibleRows extends ResultSetAdaptor {
    private final RowSet<Row> rows;

    LegibleRows(RowSet<Row> rows) {
        super(rows);
        this.rows = rows;
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(rows);
    }

    @Override
    @SuppressWarnings("NullAway") // as the class above answers
    public <T extends @Nullable Object> T unwrap(Class<T> type) {
        return type.isInstance(rows) ? type.cast(rows) : null;
    }
}
