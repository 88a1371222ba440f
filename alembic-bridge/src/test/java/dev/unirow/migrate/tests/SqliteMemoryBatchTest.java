package dev.unirow.migrate.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryBatchTest extends SqliteBatchContract implements DatabaseTarget.OnSqliteMemory {}
