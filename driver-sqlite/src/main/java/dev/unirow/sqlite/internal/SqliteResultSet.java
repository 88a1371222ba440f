package dev.unirow.sqlite.internal;

import io.vertx.sqlclient.RowSet;
import org.hibernate.reactive.adaptor.impl.ResultSetAdaptor;
import org.jspecify.annotations.Nullable;

/**
 * Rows as Hibernate Reactive takes them, which can be looked at without being used up: {@code unwrap(RowSet.class)}.
 */
public final class SqliteResultSet extends ResultSetAdaptor {
    private final SqliteRows rows;

    public SqliteResultSet(SqliteRows rows) {
        super(rows);
        this.rows = rows;
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type == RowSet.class;
    }

    @Override
    @SuppressWarnings("NullAway") // as the class above answers
    public <T extends @Nullable Object> T unwrap(Class<T> type) {
        return type == RowSet.class ? type.cast(rows) : null;
    }
}
