package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileThreadsTest extends ThreadsContract implements DatabaseTarget.OnSqliteFile {}
