package dev.unirow.migrate.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileStatusTest extends StatusContract implements DatabaseTarget.OnSqliteFile {}
