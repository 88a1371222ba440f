package dev.unirow.tutorial.seeds;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileUshkaMigrationsTest extends UshkaMigrationsContract implements DatabaseTarget.OnSqliteFile {}
