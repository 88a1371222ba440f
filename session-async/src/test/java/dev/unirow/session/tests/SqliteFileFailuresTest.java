package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileFailuresTest extends FailuresContract implements DatabaseTarget.OnSqliteFile {}
