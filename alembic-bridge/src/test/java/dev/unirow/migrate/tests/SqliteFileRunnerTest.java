package dev.unirow.migrate.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileRunnerTest extends RunnerContract implements DatabaseTarget.OnSqliteFile {}
