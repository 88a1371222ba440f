package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresLongResultTest extends LongResultContract implements DatabaseTarget.OnPostgres {
    @Override
    String databaseUrl() {
        return DatabaseTarget.OnPostgres.super.newDatabaseUrl();
    }
}
