package dev.unirow.tutorial.seeds;

import dev.unirow.testing.DatabaseTarget;

class MariaDbSqlserviceAsyncDatabaseTest extends SqlserviceAsyncDatabaseContract implements DatabaseTarget.OnMariaDb {
    @Override
    String quoted(String name) {
        return '`' + name + '`';
    }
}
