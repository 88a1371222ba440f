package dev.unirow.tutorial.seeds;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileEncodeOrmTest extends EncodeOrmContract implements DatabaseTarget.OnSqliteFile {}
