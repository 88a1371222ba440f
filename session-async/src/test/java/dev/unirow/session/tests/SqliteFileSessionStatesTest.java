package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileSessionStatesTest extends SessionStatesContract implements DatabaseTarget.OnSqliteFile {}
