package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryJsonTest extends JsonContract implements DatabaseTarget.OnSqliteMemory {}
