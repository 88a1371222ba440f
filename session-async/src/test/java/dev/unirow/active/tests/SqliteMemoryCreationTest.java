package dev.unirow.active.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryCreationTest extends CreationContract implements DatabaseTarget.OnSqliteMemory {}
