package dev.unirow.active.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryScopesTest extends ScopesContract implements DatabaseTarget.OnSqliteMemory {}
