package dev.unirow.active.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileRecordTest extends RecordContract implements DatabaseTarget.OnSqliteFile {}
