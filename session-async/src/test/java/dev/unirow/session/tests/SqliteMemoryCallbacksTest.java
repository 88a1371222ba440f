package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryCallbacksTest extends CallbacksContract implements DatabaseTarget.OnSqliteMemory {}
