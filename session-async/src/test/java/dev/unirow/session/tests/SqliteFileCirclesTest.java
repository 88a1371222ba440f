package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileCirclesTest extends CirclesContract implements DatabaseTarget.OnSqliteFile {}
