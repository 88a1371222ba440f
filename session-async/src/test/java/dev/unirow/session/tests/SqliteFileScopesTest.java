package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileScopesTest extends ScopesContract implements DatabaseTarget.OnSqliteFile {}
