package dev.unirow.tutorial.seeds;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileSqlmodelAlembicAsyncTest extends SqlmodelAlembicAsyncContract implements DatabaseTarget.OnSqliteFile {}
