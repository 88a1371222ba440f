package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileLeaksTest extends LeaksContract implements DatabaseTarget.OnSqliteFile {}
