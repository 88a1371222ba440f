package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileRefusedRowsTest extends RefusedRowsContract implements DatabaseTarget.OnSqliteFile {}
