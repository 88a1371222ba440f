package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryConstraintsTest extends ConstraintsContract implements DatabaseTarget.OnSqliteMemory {}
