package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryVersionsTest extends VersionsContract implements DatabaseTarget.OnSqliteMemory {}
