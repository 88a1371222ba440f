package dev.unirow.active.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryAmbientTest extends AmbientContract implements DatabaseTarget.OnSqliteMemory {}
