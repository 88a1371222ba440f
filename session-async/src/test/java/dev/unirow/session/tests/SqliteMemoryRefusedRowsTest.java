package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryRefusedRowsTest extends RefusedRowsContract implements DatabaseTarget.OnSqliteMemory {}
