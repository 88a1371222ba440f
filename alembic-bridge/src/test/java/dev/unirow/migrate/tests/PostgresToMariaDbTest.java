package dev.unirow.migrate.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresToMariaDbTest extends OtherDatabaseContract implements DatabaseTarget.OnPostgres {
    @Override
    DatabaseTarget other() {
        return new DatabaseTarget.OnMariaDb() {};
    }
}
