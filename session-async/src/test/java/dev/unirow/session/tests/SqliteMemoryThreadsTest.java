package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryThreadsTest extends ThreadsContract implements DatabaseTarget.OnSqliteMemory {}
