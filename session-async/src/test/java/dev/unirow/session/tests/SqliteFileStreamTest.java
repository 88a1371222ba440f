package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileStreamTest extends StreamContract implements DatabaseTarget.OnSqliteFile {}
