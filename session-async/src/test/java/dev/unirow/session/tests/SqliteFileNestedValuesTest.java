package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileNestedValuesTest extends NestedValuesContract implements DatabaseTarget.OnSqliteFile {}
