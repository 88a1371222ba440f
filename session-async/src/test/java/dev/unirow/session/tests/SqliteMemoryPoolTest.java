package dev.unirow.session.tests;

import dev.unirow.session.RetryableException;
import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryPoolTest extends PoolContract implements DatabaseTarget.OnSqliteMemory {
    /** There is one connection, and a queue for it. */
    @Override
    Class<? extends Throwable> failureOfWaiting() {
        return RetryableException.class;
    }
}
