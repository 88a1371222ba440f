package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryTablesTest extends TablesContract implements DatabaseTarget.OnSqliteMemory {}
