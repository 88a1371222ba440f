package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresPoolLimitsTest extends PoolLimitsContract implements DatabaseTarget.OnPostgres {
    @Override
    String connectionId() {
        return "select pg_backend_pid() as id";
    }
}
