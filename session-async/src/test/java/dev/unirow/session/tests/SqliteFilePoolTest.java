package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFilePoolTest extends PoolContract implements DatabaseTarget.OnSqliteFile {}
