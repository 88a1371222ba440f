package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryConflictsTest extends ConflictsContract implements DatabaseTarget.OnSqliteMemory {
    @Override
    String impatient() {
        return "?timeout=0.2";
    }
}
