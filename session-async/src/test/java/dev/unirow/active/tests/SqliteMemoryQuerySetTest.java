package dev.unirow.active.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryQuerySetTest extends QuerySetContract implements DatabaseTarget.OnSqliteMemory {}
