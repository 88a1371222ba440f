package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresInterruptionTest extends InterruptionContract implements DatabaseTarget.OnPostgres {
    @Override
    String endless() {
        return "select 'x' from pg_sleep(600)";
    }
}
