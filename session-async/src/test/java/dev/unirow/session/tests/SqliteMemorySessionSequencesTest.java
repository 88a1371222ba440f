package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemorySessionSequencesTest extends SessionSequencesContract implements DatabaseTarget.OnSqliteMemory {}
