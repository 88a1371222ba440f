package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryStreamTest extends StreamContract implements DatabaseTarget.OnSqliteMemory {}
