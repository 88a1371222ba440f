package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileHqlTest extends HqlContract implements DatabaseTarget.OnSqliteFile {}
