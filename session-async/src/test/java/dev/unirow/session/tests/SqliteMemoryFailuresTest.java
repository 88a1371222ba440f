package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryFailuresTest extends FailuresContract implements DatabaseTarget.OnSqliteMemory {}
