package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryNestedTest extends NestedContract implements DatabaseTarget.OnSqliteMemory {}
