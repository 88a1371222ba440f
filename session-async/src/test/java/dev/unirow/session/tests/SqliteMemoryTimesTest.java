package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryTimesTest extends TimesContract implements DatabaseTarget.OnSqliteMemory {}
