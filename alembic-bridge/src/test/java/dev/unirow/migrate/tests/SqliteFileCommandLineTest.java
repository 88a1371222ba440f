package dev.unirow.migrate.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileCommandLineTest extends CommandLineContract implements DatabaseTarget.OnSqliteFile {}
