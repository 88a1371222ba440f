package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryReferencesTest extends ReferencesContract implements DatabaseTarget.OnSqliteMemory {}
