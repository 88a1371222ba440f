package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryCallersTest extends CallersContract implements DatabaseTarget.OnSqliteMemory {}
