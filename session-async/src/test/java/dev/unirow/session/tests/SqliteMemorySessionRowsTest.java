package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemorySessionRowsTest extends SessionRowsContract implements DatabaseTarget.OnSqliteMemory {}
