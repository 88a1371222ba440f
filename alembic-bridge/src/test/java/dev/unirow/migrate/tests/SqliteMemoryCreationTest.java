package dev.unirow.migrate.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryCreationTest extends CreationContract implements DatabaseTarget.OnSqliteMemory {}
