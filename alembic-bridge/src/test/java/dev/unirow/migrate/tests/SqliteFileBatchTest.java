package dev.unirow.migrate.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileBatchTest extends SqliteBatchContract implements DatabaseTarget.OnSqliteFile {}
