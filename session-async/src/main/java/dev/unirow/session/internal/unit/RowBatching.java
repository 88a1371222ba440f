package dev.unirow.session.internal.unit;

import java.util.concurrent.CompletionStage;
import org.hibernate.StaleStateException;
import org.hibernate.reactive.pool.BatchingConnection;

/** Hibernate Reactive's batches, in which each entry is known by the row that it writes. */
final class RowBatching extends BatchingConnection {
    private final WrittenRows rows;

    RowBatching(SessionConnection connection, int batchSize) {
        super(connection, batchSize);
        this.rows = connection.rows();
    }

    @Override
    public CompletionStage<Void> update(
            String sql, Object[] paramValues, boolean allowBatching, Expectation expectation) {
        if (!allowBatching) {
            return super.update(sql, paramValues, false, expectation);
        }
        rows.keep(paramValues);
        return super.update(sql, paramValues, true, (count, position, statement) -> {
            try {
                expectation.verifyOutcome(count, position, statement);
            } catch (StaleStateException stale) {
                rows.refuse(Math.max(0, position));
                throw stale;
            }
        });
    }
}
