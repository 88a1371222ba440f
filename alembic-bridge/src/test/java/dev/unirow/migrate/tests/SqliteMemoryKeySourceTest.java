package dev.unirow.migrate.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryKeySourceTest extends KeySourceContract implements DatabaseTarget.OnSqliteMemory {}
