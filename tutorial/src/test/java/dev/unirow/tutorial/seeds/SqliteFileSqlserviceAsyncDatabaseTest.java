package dev.unirow.tutorial.seeds;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileSqlserviceAsyncDatabaseTest extends SqlserviceAsyncDatabaseContract
        implements DatabaseTarget.OnSqliteFile {}
