package dev.unirow.tutorial.seeds;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemorySqlmodelAlembicAsyncTest extends SqlmodelAlembicAsyncContract
        implements DatabaseTarget.OnSqliteMemory {}
