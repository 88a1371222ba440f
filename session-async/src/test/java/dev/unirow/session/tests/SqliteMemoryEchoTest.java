package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryEchoTest extends EchoContract implements DatabaseTarget.OnSqliteMemory {
    @Override
    String parameter(int n) {
        return "?";
    }
}
