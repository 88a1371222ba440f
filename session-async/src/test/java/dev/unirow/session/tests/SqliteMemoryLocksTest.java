package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryLocksTest extends LocksContract implements DatabaseTarget.OnSqliteMemory {}
