package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileManyRowsTest extends ManyRowsContract implements DatabaseTarget.OnSqliteFile {}
