package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileSqlConnectionTest extends SqlConnectionContract implements DatabaseTarget.OnSqliteFile {}
