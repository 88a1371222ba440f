package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileInheritanceTest extends InheritanceContract implements DatabaseTarget.OnSqliteFile {}
