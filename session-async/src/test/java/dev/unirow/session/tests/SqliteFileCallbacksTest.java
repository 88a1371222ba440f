package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileCallbacksTest extends CallbacksContract implements DatabaseTarget.OnSqliteFile {}
