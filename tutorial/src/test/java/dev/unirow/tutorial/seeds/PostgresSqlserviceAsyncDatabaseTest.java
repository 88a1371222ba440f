package dev.unirow.tutorial.seeds;

import dev.unirow.testing.DatabaseTarget;

class PostgresSqlserviceAsyncDatabaseTest extends SqlserviceAsyncDatabaseContract
        implements DatabaseTarget.OnPostgres {}
