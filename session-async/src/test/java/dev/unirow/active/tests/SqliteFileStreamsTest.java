package dev.unirow.active.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileStreamsTest extends StreamsContract implements DatabaseTarget.OnSqliteFile {}
