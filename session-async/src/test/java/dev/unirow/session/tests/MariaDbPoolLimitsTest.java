package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbPoolLimitsTest extends PoolLimitsContract implements DatabaseTarget.OnMariaDb {
    @Override
    String connectionId() {
        return "select connection_id() as id";
    }
}
