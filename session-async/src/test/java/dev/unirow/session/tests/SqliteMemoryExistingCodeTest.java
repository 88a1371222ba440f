package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryExistingCodeTest extends ExistingCodeContract implements DatabaseTarget.OnSqliteMemory {}
