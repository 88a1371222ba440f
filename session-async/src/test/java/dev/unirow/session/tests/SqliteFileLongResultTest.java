package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileLongResultTest extends LongResultContract implements DatabaseTarget.OnSqliteFile {
    @Override
    String databaseUrl() {
        return DatabaseTarget.OnSqliteFile.super.newDatabaseUrl();
    }
}
