package dev.unirow.active.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileRelationsTest extends RelationsContract implements DatabaseTarget.OnSqliteFile {}
