package dev.unirow.active.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryStreamsTest extends StreamsContract implements DatabaseTarget.OnSqliteMemory {}
