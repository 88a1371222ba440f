package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileCancellationTest extends CancellationContract implements DatabaseTarget.OnSqliteFile {}
