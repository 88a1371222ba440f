package dev.unirow.session.internal.wire;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.jspecify.annotations.Nullable;

/** Rows that were taken off their iterator, so that they can be looked at, and are given again. */
final class RewoundRows implements ReactiveConnection.Result {
    private final List<@Nullable Object[]> rows = new ArrayList<>();
    private final Iterator<@Nullable Object[]> each;

    RewoundRows(ReactiveConnection.Result source) {
        source.forEachRemaining(rows::add);
        each = rows.iterator();
    }

    List<@Nullable Object[]> first(int most) {
        return rows.subList(0, Math.min(most, rows.size()));
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
        return each.next();
    }
}
