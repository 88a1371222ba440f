package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryLazyAttributesTest extends LazyAttributesContract implements DatabaseTarget.OnSqliteMemory {}
