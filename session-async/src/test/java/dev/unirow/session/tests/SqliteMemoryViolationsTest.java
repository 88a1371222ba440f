package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryViolationsTest extends ViolationsContract implements DatabaseTarget.OnSqliteMemory {}
