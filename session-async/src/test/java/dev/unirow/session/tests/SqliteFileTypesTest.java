package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileTypesTest extends TypesContract implements DatabaseTarget.OnSqliteFile {}
