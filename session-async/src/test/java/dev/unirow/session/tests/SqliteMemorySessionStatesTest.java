package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemorySessionStatesTest extends SessionStatesContract implements DatabaseTarget.OnSqliteMemory {}
