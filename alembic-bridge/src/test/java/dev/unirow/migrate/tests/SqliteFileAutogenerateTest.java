package dev.unirow.migrate.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileAutogenerateTest extends AutogenerateContract implements DatabaseTarget.OnSqliteFile {}
