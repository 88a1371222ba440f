package dev.unirow.tutorial.seeds;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemorySqlserviceAsyncDatabaseTest extends SqlserviceAsyncDatabaseContract
        implements DatabaseTarget.OnSqliteMemory {}
