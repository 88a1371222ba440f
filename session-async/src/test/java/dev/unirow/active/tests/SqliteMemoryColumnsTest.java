package dev.unirow.active.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryColumnsTest extends ColumnsContract implements DatabaseTarget.OnSqliteMemory {}
