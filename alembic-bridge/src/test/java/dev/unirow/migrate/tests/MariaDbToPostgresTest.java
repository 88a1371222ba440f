package dev.unirow.migrate.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbToPostgresTest extends OtherDatabaseContract implements DatabaseTarget.OnMariaDb {
    @Override
    DatabaseTarget other() {
        return new DatabaseTarget.OnPostgres() {};
    }
}
