package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemorySessionQueriesTest extends SessionQueriesContract implements DatabaseTarget.OnSqliteMemory {}
