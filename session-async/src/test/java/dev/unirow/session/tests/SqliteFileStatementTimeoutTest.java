package dev.unirow.session.tests;

import dev.unirow.session.Database;
import dev.unirow.testing.DatabaseTarget;

class SqliteFileStatementTimeoutTest extends StatementTimeoutContract implements DatabaseTarget.OnSqliteFile {
    @Override
    Database limited(String url) {
        return Database.open(url + "?statement_timeout=" + MILLIS, models());
    }
}
