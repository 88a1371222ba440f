package dev.unirow.migrate.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryRunnerTest extends RunnerContract implements DatabaseTarget.OnSqliteMemory {}
