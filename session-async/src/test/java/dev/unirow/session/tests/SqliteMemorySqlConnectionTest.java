package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemorySqlConnectionTest extends SqlConnectionContract implements DatabaseTarget.OnSqliteMemory {}
