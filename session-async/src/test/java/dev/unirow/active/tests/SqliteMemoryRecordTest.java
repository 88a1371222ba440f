package dev.unirow.active.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryRecordTest extends RecordContract implements DatabaseTarget.OnSqliteMemory {}
