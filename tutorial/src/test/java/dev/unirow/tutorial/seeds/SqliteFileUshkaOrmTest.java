package dev.unirow.tutorial.seeds;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileUshkaOrmTest extends UshkaOrmContract implements DatabaseTarget.OnSqliteFile {}
