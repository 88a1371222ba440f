package dev.unirow.active.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileCreationTest extends CreationContract implements DatabaseTarget.OnSqliteFile {}
