package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryStreamEndingsTest extends StreamEndingsContract implements DatabaseTarget.OnSqliteMemory {}
