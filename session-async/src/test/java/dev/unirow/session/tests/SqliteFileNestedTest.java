package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileNestedTest extends NestedContract implements DatabaseTarget.OnSqliteFile {}
