package dev.unirow.migrate.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbMigrationLockTest extends MigrationLockContract implements DatabaseTarget.OnMariaDb {
    @Override
    String lockQuery() {
        return "select is_used_lock(concat('unirow migrations of ', sha1(database()))) is not null as n";
    }
}
