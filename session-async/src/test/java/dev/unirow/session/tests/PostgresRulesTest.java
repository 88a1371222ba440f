package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresRulesTest extends RulesContract implements DatabaseTarget.OnPostgres {}
