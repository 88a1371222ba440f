package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileConflictsTest extends ConflictsContract implements DatabaseTarget.OnSqliteFile {
    @Override
    String impatient() {
        return "?timeout=0.2";
    }
}
