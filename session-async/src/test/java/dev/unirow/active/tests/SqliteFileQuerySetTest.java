package dev.unirow.active.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileQuerySetTest extends QuerySetContract implements DatabaseTarget.OnSqliteFile {}
