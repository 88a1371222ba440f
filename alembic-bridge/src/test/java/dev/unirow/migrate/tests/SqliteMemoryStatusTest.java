package dev.unirow.migrate.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryStatusTest extends StatusContract implements DatabaseTarget.OnSqliteMemory {}
