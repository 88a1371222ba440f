package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class SqliteFileRulesTest extends RulesContract implements DatabaseTarget.OnSqliteFile {}
