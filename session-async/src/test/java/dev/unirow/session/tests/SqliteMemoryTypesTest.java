package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryTypesTest extends TypesContract implements DatabaseTarget.OnSqliteMemory {}
