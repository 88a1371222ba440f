package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileSessionRowsTest extends SessionRowsContract implements DatabaseTarget.OnSqliteFile {}
