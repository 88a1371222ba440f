package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileLazyAttributesTest extends LazyAttributesContract implements DatabaseTarget.OnSqliteFile {}
