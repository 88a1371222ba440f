package dev.unirow.active.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileAmbientTest extends AmbientContract implements DatabaseTarget.OnSqliteFile {}
