package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileReferencesTest extends ReferencesContract implements DatabaseTarget.OnSqliteFile {}
