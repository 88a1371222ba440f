package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileCallersTest extends CallersContract implements DatabaseTarget.OnSqliteFile {}
