package dev.unirow.tutorial.seeds;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryEncodeOrmTest extends EncodeOrmContract implements DatabaseTarget.OnSqliteMemory {}
