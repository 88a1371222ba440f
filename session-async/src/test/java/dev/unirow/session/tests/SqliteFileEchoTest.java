package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileEchoTest extends EchoContract implements DatabaseTarget.OnSqliteFile {
    @Override
    String parameter(int n) {
        return "?";
    }
}
