package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileScopeOptionsTest extends ScopeOptionsContract implements DatabaseTarget.OnSqliteFile {}
