package dev.unirow.tutorial.seeds;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemorySqlalchemyHelpersAioTest extends SqlalchemyHelpersAioContract
        implements DatabaseTarget.OnSqliteMemory {}
