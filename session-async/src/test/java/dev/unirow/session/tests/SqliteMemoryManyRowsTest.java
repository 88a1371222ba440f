package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryManyRowsTest extends ManyRowsContract implements DatabaseTarget.OnSqliteMemory {}
