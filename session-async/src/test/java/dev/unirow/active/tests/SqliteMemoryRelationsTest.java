package dev.unirow.active.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryRelationsTest extends RelationsContract implements DatabaseTarget.OnSqliteMemory {}
