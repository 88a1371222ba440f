package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileTablesTest extends TablesContract implements DatabaseTarget.OnSqliteFile {}
