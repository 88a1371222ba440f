package dev.unirow.migrate.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileKeySourceTest extends KeySourceContract implements DatabaseTarget.OnSqliteFile {}
