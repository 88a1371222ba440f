package dev.unirow.active.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileColumnsTest extends ColumnsContract implements DatabaseTarget.OnSqliteFile {}
