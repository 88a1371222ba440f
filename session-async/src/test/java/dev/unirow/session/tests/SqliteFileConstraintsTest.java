package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileConstraintsTest extends ConstraintsContract implements DatabaseTarget.OnSqliteFile {}
