package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbRulesTest extends RulesContract implements DatabaseTarget.OnMariaDb {}
