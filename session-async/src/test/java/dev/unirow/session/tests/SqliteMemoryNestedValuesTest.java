package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryNestedValuesTest extends NestedValuesContract implements DatabaseTarget.OnSqliteMemory {}
