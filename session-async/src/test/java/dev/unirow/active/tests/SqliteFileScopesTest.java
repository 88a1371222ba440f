package dev.unirow.active.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileScopesTest extends ScopesContract implements DatabaseTarget.OnSqliteFile {}
