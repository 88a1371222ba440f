package dev.unirow.session.internal.wire;

import org.hibernate.reactive.pool.ReactiveConnection.Expectation;

/** An expectation that remembers how many rows were changed. */
final class CountedOutcome implements Expectation {
    private final Expectation expectation;
    private int rows = -1;

    CountedOutcome(Expectation expectation) {
        this.expectation = expectation;
    }

    int rows() {
        return rows;
    }

    @Override
    public void verifyOutcome(int rowCount, int batchPosition, String sql) {
        rows = rowCount;
        expectation.verifyOutcome(rowCount, batchPosition, sql);
    }
}
