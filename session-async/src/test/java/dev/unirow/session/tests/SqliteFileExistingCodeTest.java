package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileExistingCodeTest extends ExistingCodeContract implements DatabaseTarget.OnSqliteFile {}
