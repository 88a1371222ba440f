package dev.unirow.migrate.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresMigrationLockTest extends MigrationLockContract implements DatabaseTarget.OnPostgres {
    @Override
    String lockQuery() {
        return "select count(*) as n from pg_locks where locktype = 'advisory' and database ="
                + " (select oid from pg_database where datname = current_database())";
    }
}
