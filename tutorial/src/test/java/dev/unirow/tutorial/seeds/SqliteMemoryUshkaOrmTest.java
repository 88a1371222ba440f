package dev.unirow.tutorial.seeds;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryUshkaOrmTest extends UshkaOrmContract implements DatabaseTarget.OnSqliteMemory {}
