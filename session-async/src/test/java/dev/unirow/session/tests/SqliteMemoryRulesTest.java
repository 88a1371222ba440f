package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryRulesTest extends RulesContract implements DatabaseTarget.OnSqliteMemory {}
