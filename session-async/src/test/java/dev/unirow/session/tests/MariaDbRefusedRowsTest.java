package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbRefusedRowsTest extends RefusedRowsContract implements DatabaseTarget.OnMariaDb {
    /** All stand in one statement. */
    @Override
    boolean tellsNumberedRows() {
        return false;
    }
}
