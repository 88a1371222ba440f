package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryUnloadedCollectionsTest extends UnloadedCollectionsContract
        implements DatabaseTarget.OnSqliteMemory {}
