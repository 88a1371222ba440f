package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryCancellationTest extends CancellationContract implements DatabaseTarget.OnSqliteMemory {}
