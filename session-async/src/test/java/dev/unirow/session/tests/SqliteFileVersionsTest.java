package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileVersionsTest extends VersionsContract implements DatabaseTarget.OnSqliteFile {}
