package dev.unirow.tutorial.seeds;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileSqlalchemyHelpersAioTest extends SqlalchemyHelpersAioContract implements DatabaseTarget.OnSqliteFile {}
