package dev.unirow.migrate.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryAutogenerateTest extends AutogenerateContract implements DatabaseTarget.OnSqliteMemory {}
