package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileViolationsTest extends ViolationsContract implements DatabaseTarget.OnSqliteFile {}
