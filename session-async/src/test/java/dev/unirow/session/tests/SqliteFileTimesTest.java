package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileTimesTest extends TimesContract implements DatabaseTarget.OnSqliteFile {}
