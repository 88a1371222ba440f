package dev.unirow.migrate.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteToMariaDbTest extends OtherDatabaseContract implements DatabaseTarget.OnSqliteFile {
    @Override
    DatabaseTarget other() {
        return new DatabaseTarget.OnMariaDb() {};
    }
}
