package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileLocksTest extends LocksContract implements DatabaseTarget.OnSqliteFile {}
