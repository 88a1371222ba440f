package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemorySameKeyTest extends SameKeyContract implements DatabaseTarget.OnSqliteMemory {}
