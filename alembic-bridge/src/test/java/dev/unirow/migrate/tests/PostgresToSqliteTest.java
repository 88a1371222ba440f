package dev.unirow.migrate.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresToSqliteTest extends OtherDatabaseContract implements DatabaseTarget.OnPostgres {
    @Override
    DatabaseTarget other() {
        return new DatabaseTarget.OnSqliteMemory() {};
    }
}
