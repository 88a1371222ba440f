package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryScopesTest extends ScopesContract implements DatabaseTarget.OnSqliteMemory {}
