package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileStreamEndingsTest extends StreamEndingsContract implements DatabaseTarget.OnSqliteFile {}
