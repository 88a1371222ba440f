package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileUnloadedCollectionsTest extends UnloadedCollectionsContract implements DatabaseTarget.OnSqliteFile {}
