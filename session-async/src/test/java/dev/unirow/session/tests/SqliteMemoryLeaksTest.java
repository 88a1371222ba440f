package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryLeaksTest extends LeaksContract implements DatabaseTarget.OnSqliteMemory {}
