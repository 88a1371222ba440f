package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryCirclesTest extends CirclesContract implements DatabaseTarget.OnSqliteMemory {}
