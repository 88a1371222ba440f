package dev.unirow.migrate.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteToPostgresTest extends OtherDatabaseContract implements DatabaseTarget.OnSqliteFile {
    @Override
    DatabaseTarget other() {
        return new DatabaseTarget.OnPostgres() {};
    }
}
