package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileJsonTest extends JsonContract implements DatabaseTarget.OnSqliteFile {}
