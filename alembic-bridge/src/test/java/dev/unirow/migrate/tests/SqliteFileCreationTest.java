package dev.unirow.migrate.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileCreationTest extends CreationContract implements DatabaseTarget.OnSqliteFile {}
