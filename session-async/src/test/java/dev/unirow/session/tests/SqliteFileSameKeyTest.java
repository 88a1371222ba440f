package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileSameKeyTest extends SameKeyContract implements DatabaseTarget.OnSqliteFile {}
