package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryInheritanceTest extends InheritanceContract implements DatabaseTarget.OnSqliteMemory {}
